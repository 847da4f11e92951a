import { describe, expect, it } from 'vitest';
import { runCardFaults } from './run-card-faults.ts';
import { runFaults } from './run-faults.ts';

/** As many as a test run has time for; `npm run faults` cuts at every call and message, in all of the ways. */
const SAMPLES = [
  { verb: 'sign', every: 9 },
  { verb: 'renew', every: 180 },
  { verb: 'unlock', every: 8 },
  { verb: 'make', every: 120 },
  { verb: 'pin', every: 8 },
] as const;
const SEED = 3;

describe.each(SAMPLES)('a key, driver, host or browser that goes in the middle of “$verb”', ({ verb, every }) => {
  it('leaves a key that works, with all its certificates and nothing left over, once the user has gone on', async () => {
    const findings = await runFaults({ verb, every, everyMessage: 7, seed: SEED });
    expect(findings).toMatchObject({ unusable: 0, orphaned: 0, lost: 0, wrong: [] });
    expect(findings.tried).toBeGreaterThan(2);
  });
});

describe('a card that is truly pulled in the middle of a renewal', () => {
  it('works, with all its certificates and nothing left over, once the user has gone on', async () => {
    const findings = await runCardFaults({ verb: 'renew', seed: SEED, every: 24 });
    expect(findings).toMatchObject({ unusable: 0, orphaned: 0, lost: 0, wrong: [] });
    expect(findings.tried).toBeGreaterThan(2);
  });
});
