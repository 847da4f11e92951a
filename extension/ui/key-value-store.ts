import { browser } from '../platform/browser.ts';

/** A few remembered choices: language, channel. Nothing personal is kept here. */
export interface KeyValueStore {
  read(key: string): Promise<unknown>;
  write(key: string, value: string): Promise<void>;
  /** Calls back when another page of the extension wrote that key. The answer unsubscribes. */
  onChange(key: string, callback: (value: unknown) => void): () => void;
}

export function extensionStore(): KeyValueStore {
  const area = browser.storage.local;
  return {
    read: async (key) => (await area.get(key))[key],
    write: (key, value) => area.set({ [key]: value }),
    onChange(key, callback) {
      const listener = (changes: { [name: string]: chrome.storage.StorageChange }) => {
        if (changes[key]) callback(changes[key].newValue);
      };
      area.onChanged.addListener(listener);
      return () => area.onChanged.removeListener(listener);
    },
  };
}
