import type { SealedDraft } from './draft-cipher.ts';
import type { DraftVault } from './drafts.ts';

const NAME = 'certbridge-drafts';
const STORE = 'vault';
const KEY = 'key';
const DRAFT = 'draft';

/**
 * In the browser's own database, which can hold a key without ever showing it: it cannot be exported, only used here.
 * Inside a partner's page the browser keeps one database for each of its sites.
 */
export function indexedDbVault(): DraftVault {
  let opening: Promise<IDBDatabase> | undefined;
  const database = () => {
    opening ??= openDatabase();
    return opening;
  };
  const store = async (mode: IDBTransactionMode) => (await database()).transaction(STORE, mode).objectStore(STORE);

  async function kept(): Promise<CryptoKey | undefined> {
    const key: unknown = await answer((await store('readonly')).get(KEY));
    return key instanceof CryptoKey ? key : undefined;
  }

  return {
    async key() {
      const known = await kept();
      if (known) return known;
      const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      // Of two panels that make one at the same moment the first has made the key of both.
      await answer((await store('readwrite')).add(made, KEY)).catch(() => undefined);
      return (await kept()) ?? made;
    },
    async load() {
      return (await answer((await store('readonly')).get(DRAFT))) as SealedDraft | undefined;
    },
    async save(sealed) {
      await answer((await store('readwrite')).put(sealed, DRAFT));
    },
    async clear() {
      await answer((await store('readwrite')).delete(DRAFT));
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answer(request);
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
