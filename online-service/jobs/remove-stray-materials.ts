import type { MaterialStore } from '../materials/store/material-store.ts';
import type { Job } from './job.ts';
import type { RetentionStore } from './retention-store.ts';

/** A material is stored before its order names it, so one that is not named yet is given a day. */
const SEEN_FOR_MS = 24 * 3_600_000;
const BATCH = 500;
/** Materials of orders; nothing else is looked at. */
const PREFIX = 'orders/';

export interface RemoveStrayMaterialsTools {
  readonly store: RetentionStore;
  readonly materials: Pick<MaterialStore, 'list' | 'remove'>;
  readonly now: () => Date;
}

/** What a crash, or a store that was away, has left behind. */
export function removeStrayMaterials({ store, materials, now }: RemoveStrayMaterialsTools): Job {
  const removeStray = async (keys: readonly string[]) => {
    const seen = { before: new Date(now().getTime() - SEEN_FOR_MS), now: now() };
    const stray = await store.strayMaterials(keys, seen);
    for (const key of stray) await materials.remove(key);
    return stray.length;
  };
  return {
    name: 'remove-stray-materials',
    // In the small hours of China.
    cron: '23 19 * * *',
    async run(signal) {
      let removed = 0;
      let batch: string[] = [];
      for await (const key of materials.list(PREFIX)) {
        if (signal.aborted) break;
        batch.push(key);
        if (batch.length < BATCH) continue;
        removed += await removeStray(batch);
        batch = [];
      }
      if (batch.length > 0) removed += await removeStray(batch);
      return { removed };
    },
  };
}
