import type { KeyValueStore } from '../key-value-store.ts';

export function memoryStore(content: { readonly [key: string]: string } = {}): KeyValueStore {
  const values = new Map(Object.entries(content));
  return {
    read: async (key) => values.get(key),
    write: async (key, value) => void values.set(key, value),
    onChange: () => () => undefined,
  };
}
