import { join } from 'node:path';
import type { ServiceConfig } from '../../config/service-config.ts';
import { openDiskStore } from './disk-store.ts';
import type { MaterialStore } from './material-store.ts';
import { openS3Store } from './s3-store.ts';

export interface OpenedStore {
  readonly store: MaterialStore;
  close(): Promise<void>;
}

/** A bucket when one is configured, otherwise a folder in the service's own data folder. */
export async function openStore({ bucket, dataDir }: ServiceConfig): Promise<OpenedStore> {
  if (bucket === undefined) {
    return { store: await openDiskStore(join(dataDir, 'materials')), close: async () => undefined };
  }
  const store = openS3Store(bucket);
  return { store, close: async () => store.close() };
}
