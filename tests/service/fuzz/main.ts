import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLog } from '../../../online-service/create-log.ts';
import { startEmbeddedDatabase } from '../../../online-service/storage/embedded/embedded-database.ts';
import { runApiFuzz } from './run-api-fuzz.ts';
import { serviceUnderFuzz } from './service-under-fuzz.ts';

const SHOWN = 20;

/** `npm run -s fuzz:api -- --count 10000 --seed 1`: so many bodies for every route that changes something. */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);
const dir = await mkdtemp(join(tmpdir(), 'cb-fuzz-'));
const signal = new AbortController().signal;
const database = await startEmbeddedDatabase({ folder: join(dir, 'postgres'), log: createLog('silent'), signal });
const service = await serviceUnderFuzz(database.url, join(dir, 'materials'));
const fuzz = { perRoute: Number(values.count), seed: Number(values.seed), told: say };
const { sent, tally, wrong } = await runApiFuzz(service, fuzz);
for (const [code, times] of [...tally].sort(([, one], [, other]) => other - one)) say(`${code} ${times}`);
for (const line of wrong.slice(0, SHOWN)) say(`✗ ${line}`);
say(`${sent} sent, ${wrong.length} wrong, seed ${fuzz.seed}`);
await service.close();
await database.stop();
await rm(dir, { recursive: true, force: true, maxRetries: 5 });
process.exit(wrong.length === 0 ? 0 : 1);
