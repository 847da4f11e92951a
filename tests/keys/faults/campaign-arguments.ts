import { parseArgs } from 'node:util';
import { VERBS, type Verb } from './way.ts';

/** The module that goes wrong on command, and a card that is truly pulled. */
export const CAMPAIGN_KEYS = ['fault-module', 'card'] as const;

export interface CampaignArguments {
  readonly verb: Verb;
  readonly seed: number;
  readonly every: number | undefined;
  readonly all: boolean;
  readonly keys: readonly (typeof CAMPAIGN_KEYS)[number][];
}

export const USAGE = [
  `npm run -s faults -- --verb ${VERBS.join('|')} --seed N [--on ${CAMPAIGN_KEYS.join('|')}] [--every N [--all]]`,
  '  --every N  only each N-th call and message, each in one of the four ways; with --all in all of them',
].join('\n');

/** Nothing when they make no sense. */
export function readCampaignArguments(args: readonly string[]): CampaignArguments | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      verb: { type: 'string' },
      seed: { type: 'string', default: '1' },
      every: { type: 'string' },
      all: { type: 'boolean', default: false },
      on: { type: 'string' },
    },
  });
  const verb = VERBS.find((name) => name === values.verb);
  const keys = CAMPAIGN_KEYS.filter((key) => values.on === undefined || values.on === key);
  const [seed, every] = [Number(values.seed), values.every === undefined ? undefined : Number(values.every)];
  const sensible = isCount(seed, 0) && (every === undefined || isCount(every, 1)) && keys.length > 0;
  return verb && sensible ? { verb, seed, every, all: values.all, keys } : undefined;
}

function isCount(number: number, least: number): boolean {
  return Number.isSafeInteger(number) && number >= least;
}
