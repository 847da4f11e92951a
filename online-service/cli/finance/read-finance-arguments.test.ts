import { expect, test } from 'vitest';
import { readFinanceArguments } from './read-finance-arguments.ts';

const CONFIRM = ['confirm', 'CB26112300042P01', '--reference', 'B-1', '--received', '2026-11-23', '--amount'];

test.each([
  ['310', 31_000],
  ['310.5', 31_050],
  ['310.05', 31_005],
  ['1.10', 110],
])('%s yuan are %i fen', (typed, amount) => {
  expect(readFinanceArguments([...CONFIRM, typed])).toEqual({
    act: 'confirm',
    which: 'CB26112300042P01',
    reference: 'B-1',
    received: '2026-11-23',
    amount,
    differs: false,
  });
});

test.each([
  [[]],
  [['pay']],
  [['confirm', 'CB1P01']],
  [[...CONFIRM, '310.005']],
  [[...CONFIRM, '-310']],
  [[...CONFIRM, '310', 'more']],
  [['confirm', 'CB1P01', '--reference', 'B-1', '--received', '2026-02-30', '--amount', '1']],
  [[...CONFIRM, '0.00']],
  [['refuse', 'CB1P01']],
  [['refuse', 'CB1P01', '--reason', ' ']],
  [['retry-invoice', '42']],
  [['remittances', '--differs']],
])('%j is no command', (given) => {
  expect(readFinanceArguments(given)).toBeUndefined();
});
