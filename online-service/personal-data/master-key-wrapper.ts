import { aesKeyUnwrap, aesKeyWrap } from './aes-key-wrap.ts';
import type { KeyWrapper } from './key-wrapper.ts';
import { deriveKey, type MasterKeys, newestOf } from './master-key.ts';
import { NotOpened } from './not-opened.ts';

const USE = 'key wrapping v1';

/** Data keys wrapped by master keys that this process holds in memory. */
export function masterKeyWrapper(keys: MasterKeys): KeyWrapper {
  const wrappingKeys = new Map(keys.map((key) => [key.id, deriveKey(key, USE)]));
  const newest = newestOf(keys);
  const newestWrapping = deriveKey(newest, USE);
  return {
    async wrap(dataKey) {
      return { keyId: newest.id, wrapped: aesKeyWrap(newestWrapping, dataKey) };
    },
    async unwrap({ keyId, wrapped }) {
      const wrappingKey = wrappingKeys.get(keyId);
      if (!wrappingKey) throw new NotOpened('MASTER_KEY_UNKNOWN');
      const dataKey = aesKeyUnwrap(wrappingKey, wrapped);
      if (!dataKey) throw new NotOpened('SEAL_NOT_INTACT');
      return dataKey;
    },
  };
}
