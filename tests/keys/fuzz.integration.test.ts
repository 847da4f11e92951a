import { expect, it } from 'vitest';
import { runFuzz } from './fuzz/run-fuzz.ts';

/** As many as a test run has time for; `npm run fuzz:host` sends a million. */
const COUNT = 3_000;
const SEED = 11;

it(`${COUNT} fuzzed frames and work orders: each answered by its name, no crash, no write, no memory kept`, async () => {
  const findings = await runFuzz({ count: COUNT, seed: SEED });
  expect(findings).toMatchObject({ crashes: 0, writes: [], wrong: [], memory: { withinBound: true } });
  expect(findings.frames + findings.orders).toBe(COUNT);
  expect(findings.orders).toBeGreaterThan(COUNT / 4);
});
