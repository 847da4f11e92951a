import type { MaterialStore } from '../material-store.ts';

export async function listed(store: MaterialStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.list(prefix)) keys.push(key);
  return keys.sort();
}
