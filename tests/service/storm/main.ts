import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runStorm } from './run-storm.ts';
import { isWell, stormLines } from './storm-lines.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** `npm run -s storm -- --seed 1`: at the end every paid order is settled once, no unpaid one is, and the books agree. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    payments: { type: 'string', default: '10000' },
    notifications: { type: 'string', default: '100000' },
    processes: { type: 'string', default: '3' },
  },
});
const [seed, payments, notifications, processes] = [
  Number(values.seed),
  Number(values.payments),
  Number(values.notifications),
  Number(values.processes),
];
if (![seed, payments, notifications, processes].every((count) => Number.isSafeInteger(count) && count > 0)) {
  process.stderr.write('✗ npm run -s storm -- --seed N [--payments N] [--notifications N] [--processes N]\n');
  process.exit(1);
}
say(`种子 seed ${seed}；约需数分钟 this takes some minutes`);
const dir = await mkdtemp(join(tmpdir(), 'cb-storm-'));
try {
  const report = await runStorm({ seed, payments, notifications, processes }, { dir, told: say });
  for (const line of stormLines(report)) say(line);
  process.exitCode = isWell(report) ? 0 : 1;
} finally {
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}
process.exit();
