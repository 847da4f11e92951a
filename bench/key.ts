import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../scripts/setup/say.mjs';
import { listFigures, readFigures, signFigures } from './lib/key-figures.ts';
import { openKeyInBrowser } from './lib/key-in-browser.ts';
import { BENCH_ALGORITHMS, openKeyInHost } from './lib/key-in-host.ts';
import { type Figure, report } from './lib/report.ts';

/** `npm run bench -- key`: what host and browser add to the calls that a key needs, on SoftHSM2, all in one run. */
const dir = await mkdtemp(join(tmpdir(), 'cb-bench-key-'));
// The browser's profile goes with our folder, even when a person stops us.
process.env['TMPDIR'] = dir;
say('制作四把 UKey，打开浏览器…', 'Making four keys, opening a browser…');
const key = await openKeyInHost();
const browser = await openKeyInBrowser(dir, key.installed);
try {
  const bench = { key, browser, dir };
  const figures: Figure[] = [];
  for (const algorithm of BENCH_ALGORITHMS) {
    say(`签名 ${algorithm}…`, `Signing ${algorithm}…`);
    figures.push(...(await signFigures(bench, algorithm)));
  }
  say('列表与读取…', 'Lists and readings…');
  figures.push(...(await listFigures(bench)), ...(await readFigures(bench)));
  console.log(`\n${report(figures)}\n`);
  const load = `${loadavg()[0]?.toFixed(1)} / ${availableParallelism()} cores`;
  say(`时间以毫秒计。负载 ${load}。`, `Times in milliseconds. Load average ${load}; the busier, the less it means.`);
} finally {
  await browser.close();
  await key.stop();
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();
