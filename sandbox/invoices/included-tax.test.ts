import { expect, test } from 'vitest';
import { includedTax } from './included-tax.ts';

test.each([
  [30_000, 6, 1_698],
  [10_000, 6, 566],
  [10_600, 6, 600],
  [1, 6, 0],
  [11_300, 13, 1_300],
  [30_000, 0, 0],
])('of %i fen at %i percent, %i are tax', (amount, percent, tax) => {
  expect(includedTax(amount, percent)).toBe(tax);
});
