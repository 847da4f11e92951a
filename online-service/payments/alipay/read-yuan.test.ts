import { yuan } from '@certbridge/shared/domain/money.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYuan } from './read-yuan.ts';

test('every sum that we may ask for is read back as it was written', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 100_000_000 }), (amount) => readYuan(yuan(amount)) === amount));
});

test.each([
  '0.1',
  '1e2',
  '1.005',
  '-1',
  '-1.00',
  '+1.00',
  '1',
  '01.00',
  '.50',
  '1.',
  '1,00',
  '１.00',
  ' 1.00',
  '1.00 ',
  '',
  'NaN',
  '1000000.01',
  '9'.repeat(40),
])('"%s" is no sum', (text) => {
  expect(readYuan(text)).toBeUndefined();
});
