import { join } from 'node:path';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { ServiceConfig } from '../config/service-config.ts';
import { runDueWork } from '../jobs/due-work.ts';
import { openS3Store } from '../materials/store/s3-store.ts';
import { aloneOnChain } from '../storage/chain-records.ts';
import { anchorBucket } from './anchor-bucket.ts';
import { anchorFolder } from './anchor-folder.ts';
import { loadAuditKey } from './audit-key.ts';
import { chainWritten } from './chain-written.ts';
import { SIGN_EVERY_MS, signChain } from './sign-chain.ts';

/** Until a record is chained, nothing ties it to the others. */
const CHAIN_EVERY_MS = 1_000;

export interface RunAuditParts {
  readonly pool: pg.Pool;
  readonly log: Logger;
}

/** What turns written records into a signed chain, for as long as the service runs. */
export async function runAudit(config: ServiceConfig, { pool, log }: RunAuditParts) {
  const { audit, bucket, dataDir } = config;
  const key = await loadAuditKey({ ...(audit.keyFile ? { file: audit.keyFile } : {}), dataDir });
  const alone = aloneOnChain(pool);
  const folder = anchorFolder(audit.anchorFolder ?? join(dataDir, 'audit-anchor'));
  const store = audit.anchorBucket && bucket ? openS3Store({ ...bucket, bucket: audit.anchorBucket }) : undefined;
  const anchors = store ? [folder, anchorBucket(store)] : [folder];
  const chaining = runDueWork({ works: [chainWritten(alone)], everyMs: CHAIN_EVERY_MS, log });
  const signing = runDueWork({
    works: [signChain({ alone, key, anchors, now: () => new Date() })],
    everyMs: SIGN_EVERY_MS,
    log,
  });
  return {
    async stop(): Promise<void> {
      await Promise.all([chaining.stop(), signing.stop()]);
      store?.close();
    },
  };
}
