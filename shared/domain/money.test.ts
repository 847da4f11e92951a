import fc from 'fast-check';
import { expect, it } from 'vitest';
import { yuan } from './money.ts';

it('money shows every fen, with two decimals', () => {
  expect([0, 1, 10, 30_000, 31_005].map(yuan)).toEqual(['0.00', '0.01', '0.10', '300.00', '310.05']);
  fc.assert(fc.property(fc.nat(100_000_000), (amount) => Math.round(Number(yuan(amount)) * 100) === amount));
});
