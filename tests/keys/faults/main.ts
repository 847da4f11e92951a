import { parseArgs } from 'node:util';
import { runCardSample } from './card-sample.ts';
import { runFaults } from './run-faults.ts';
import { VERBS } from './way.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

/**
 * `npm run -s faults -- --verb renew --seed 1`: cuts the verb at each call and message; nothing may be left broken.
 * `--all` cuts each call in all four ways, which otherwise the seed chooses from.
 */
const LANES = 2;
/** A renewal has about twenty; the card is pulled at these. */
const CARD_MESSAGES = [1, 3, 5, 8, 11, 14];
const { values } = parseArgs({
  options: {
    verb: { type: 'string' },
    seed: { type: 'string', default: '1' },
    all: { type: 'boolean', default: false },
    every: { type: 'string', default: '1' },
  },
});
const verb = VERBS.find((name) => name === values.verb);
const [seed, every] = [Number(values.seed), Number(values.every)];
if (!verb || !Number.isSafeInteger(seed) || seed < 0 || !Number.isSafeInteger(every) || every < 1) {
  complain(`✗ npm run -s faults -- --verb ${VERBS.join('|')} --seed N [--all] [--every N]`);
  process.exit(1);
}

const findings = await runFaults({
  verb,
  seed,
  every,
  all: values.all,
  lanes: LANES,
  told: (line) => say(line),
});
if (verb === 'renew') {
  const card = await runCardSample(CARD_MESSAGES);
  say(`true-removal card: ${card.tried} renewals pulled`);
  findings.tried += card.tried;
  findings.unusable += card.unusable;
  findings.orphaned += card.orphaned;
  findings.lost += card.lost;
  findings.wrong.push(...card.wrong);
}
for (const line of findings.wrong) say(`✗ ${line}`);
say(`cuts tried: ${findings.tried}`);
say(`keys left unusable: ${findings.unusable}`);
say(`objects orphaned: ${findings.orphaned}`);
say(`certificates lost: ${findings.lost}`);
const clean = findings.unusable + findings.orphaned + findings.lost === 0;
process.exitCode = clean && findings.tried > 0 ? 0 : 1;
