import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHost } from '../../../scripts/build/build-host.ts';
import { readCampaignArguments, USAGE } from './campaign-arguments.ts';
import { closingLine, type Findings, isClean } from './findings.ts';
import { runCardFaults } from './run-card-faults.ts';
import { runFaults } from './run-faults.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * `npm run -s faults -- --verb renew --seed 1`: the built host, cut at each call and message of the verb in each of the
 * ways, then a card pulled at each of its commands. Nothing may be left broken.
 */
const LANES = 3;

const asked = readCampaignArguments(process.argv.slice(2));
if (!asked) {
  process.stderr.write(`✗ ${USAGE}\n`);
  process.exit(1);
}
const { keys, ...campaign } = asked;

const dir = await mkdtemp(join(tmpdir(), 'cb-faults-'));
try {
  const hostEntry = join(dir, 'host', 'host.mjs');
  await buildHost(join(dir, 'host'));
  // As the launcher that an installation has.
  process.env['NODE_COMPILE_CACHE'] = join(dir, 'compile-cache');
  const run = {
    'fault-module': () => runFaults({ ...campaign, hostEntry, lanes: LANES, told: say }),
    card: () => runCardFaults({ ...campaign, hostEntry, told: say }),
  };
  for (const key of keys) tell(key, await run[key]());
} finally {
  await rm(dir, { recursive: true, force: true });
}

function tell(key: string, findings: Findings): void {
  say(`${campaign.verb} on ${key}, seed ${campaign.seed}: ${closingLine(findings)}`);
  if (!isClean(findings)) process.exitCode = 1;
}
