import { parseArgs } from 'node:util';
import { runFuzz } from './run-fuzz.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const SHOWN = 20;

/** `npm run -s fuzz:host -- --count 1000000 --seed 1`: no crash, no write to the key, no memory that grows. */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
if (!Number.isSafeInteger(count) || count < 100 || !Number.isSafeInteger(seed)) {
  process.stderr.write('✗ npm run -s fuzz:host -- --count N --seed N\n');
  process.exit(1);
}

const { frames, orders, crashes, writes, wrong, tally, memory } = await runFuzz({ count, seed, told: say });
for (const [code, times] of [...tally].sort(([, one], [, other]) => other - one)) say(`${code} ${times}`);
for (const line of [...wrong, ...writes].slice(0, SHOWN)) say(`✗ ${line}`);
say(`frames: ${frames}, work orders: ${orders}, seed ${seed}`);
say(`wrong answers: ${wrong.length}`);
const { warm, end, most, bound } = memory;
say(`most: ${most.host} MB; driver: ${warm.driver} MB → ${end.driver} MB, most ${most.driver} MB`);
say(`bound: ${bound} MB above warm`);
const counted = `${frames + orders} sent, ${crashes} crashes, ${writes.length} writes`;
say(`${counted}, memory ${warm.host} MB → ${end.host} MB`);
process.exitCode = crashes + writes.length + wrong.length === 0 && memory.withinBound ? 0 : 1;
