import { openBytes, sealBytes } from '../../personal-data/envelope.ts';
import type { KeyWrapper } from '../../personal-data/key-wrapper.ts';
import type { MaterialStore } from './material-store.ts';

/**
 * Nothing leaves for the disk or the bucket unencrypted: a data key for each material, wrapped by the master key. The seal
 * names the key of the material, so whoever can write to the store still cannot pass one person's material off as another's.
 */
export function sealedStore(store: MaterialStore, wrapper: KeyWrapper): MaterialStore {
  return {
    ...store,
    async put(key, bytes) {
      await store.put(key, await sealBytes(wrapper, ['material', key], bytes));
    },
    /** Throws `NotOpened` for what was changed or moved. */
    async get(key) {
      const sealed = await store.get(key);
      return sealed && (await openBytes(wrapper, ['material', key], sealed));
    },
  };
}
