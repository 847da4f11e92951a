import { describe, expect, it } from 'vitest';
import { runFaults } from './run-faults.ts';

/** As many calls as a test run has time for; `npm run faults` cuts at every one. */
const SAMPLES = [
  { verb: 'sign', every: 9 },
  { verb: 'renew', every: 260 },
  { verb: 'unlock', every: 12 },
  { verb: 'make', every: 170 },
] as const;
const SEED = 3;

describe.each(SAMPLES)('a key, driver, host or browser that goes in the middle of “$verb”', ({ verb, every }) => {
  it('leaves a key that works, with all its certificates and nothing left over, once the user has gone on', async () => {
    const findings = await runFaults({ verb, every, everyMessage: 7, seed: SEED });
    expect(findings).toMatchObject({ unusable: 0, orphaned: 0, lost: 0, wrong: [] });
    expect(findings.tried).toBeGreaterThan(2);
  });
});
