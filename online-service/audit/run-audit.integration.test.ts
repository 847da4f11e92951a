import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'vitest';
import { createLog } from '../create-log.ts';
import { openDatabase } from '../storage/database.ts';
import { prepareDatabase } from '../storage/prepare-database.ts';
import { eventually } from '../testing/eventually.ts';
import { externalDatabase, query } from '../testing/external-database.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { testConfig } from '../testing/test-config.ts';
import { runAudit } from './run-audit.ts';

const { url } = await externalDatabase();
await prepareDatabase(url, async () => undefined);
const folder = await temporaryFolder();
const anchor = join(folder, 'elsewhere');
const config = testConfig(folder, { audit: { anchorFolder: anchor } });
const write = `insert into audit_entry (what, actor_kind, details) values ('order.save', 'applicant', '{}')`;
const chainedUp = async () =>
  Number((await query<{ count: string }>(url, 'select count(*) from audit_record'))[0]?.count);

const anchored = async () => {
  const names = await readdir(anchor, { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith('.json')).length;
};

async function running(work: () => Promise<void>): Promise<void> {
  const { db, pool } = openDatabase(url, createLog('silent'));
  const audit = await runAudit(config, { pool, log: createLog('silent') });
  try {
    await work();
  } finally {
    await audit.stop();
    await db.destroy();
  }
}

test('what is written while nobody chains is chained by the next service, and its head is anchored where the settings say', async () => {
  await query(url, write);
  await running(async () => {
    await eventually(chainedUp).toBe(1);
  });
  await query(url, write);
  await running(async () => {
    await eventually(chainedUp).toBe(2);
    await eventually(anchored).toBe(1);
  });
});
