import { describe, expect, test } from 'vitest';
import { NotReady } from '../problems/not-ready.ts';
import { whileReachable } from './while-reachable.ts';

const withCode = (code: string) => Object.assign(new Error('x'), { code });
const failing = (fault: Error) => whileReachable(() => Promise.reject(fault));

describe('a database that is away is no fault of ours', () => {
  test.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006', '53300', 'ETIMEDOUT'])(
    '%s: not ready',
    async (code) => {
      await expect(failing(withCode(code))).rejects.toBeInstanceOf(NotReady);
    },
  );

  test('a connection that ends in the middle: not ready', async () => {
    await expect(failing(new Error('Connection terminated unexpectedly'))).rejects.toBeInstanceOf(NotReady);
  });

  test('every address refused: not ready', async () => {
    const fault = new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]);
    await expect(failing(fault)).rejects.toBeInstanceOf(NotReady);
  });

  test.each(['23505', '42P01', '22P02', '57014'])('%s: stays the fault that it is', async (code) => {
    const fault = withCode(code);
    await expect(failing(fault)).rejects.toBe(fault);
  });
});
