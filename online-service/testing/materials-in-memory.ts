import type { MaterialStore } from '../materials/store/material-store.ts';

/** For tests whose matter is another than where bytes lie. */
export function materialsInMemory(): MaterialStore & { readonly keys: () => string[] } {
  const stored = new Map<string, Uint8Array>();
  return {
    async put(key, bytes) {
      stored.set(key, bytes);
    },
    get: async (key) => stored.get(key),
    async remove(key) {
      stored.delete(key);
    },
    async *list(prefix) {
      yield* [...stored.keys()].filter((key) => key.startsWith(prefix));
    },
    keys: () => [...stored.keys()],
  };
}
