import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Gone when the test file is done. Call it outside of tests, before what uses it is set up. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'certbridge-service-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
