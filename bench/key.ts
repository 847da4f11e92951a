import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../scripts/setup/say.mjs';
import { listFigures, readFigures, signFigures } from './lib/key-figures.ts';
import { openKeyInHost } from './lib/key-in-host.ts';
import { report } from './lib/report.ts';

/** `npm run bench -- key`: what the host adds to the calls that a key needs, on SoftHSM2, all in one run. */
const dir = await mkdtemp(join(tmpdir(), 'cb-bench-key-'));
const key = await openKeyInHost();
try {
  const figures = [...(await signFigures(key, dir)), ...(await listFigures(key)), ...(await readFigures(key))];
  console.log(`\n${report(figures)}\n`);
  say('时间以毫秒计。', 'Times in milliseconds.');
} finally {
  await key.stop();
  await rm(dir, { recursive: true, force: true });
}
