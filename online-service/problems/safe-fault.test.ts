import { expect, test } from 'vitest';
import { safeFault } from './safe-fault.ts';

test('the log keeps the kind and place of a fault, never its words, which may quote what a user typed', () => {
  const cause = Object.assign(new Error('invalid value "110101199003078888"'), { code: '22P02' });
  const kept = safeFault(new TypeError('张三 is not a function', { cause }));
  expect(kept).toMatchObject({ type: 'TypeError', cause: { type: 'Error', code: '22P02' } });
  expect(kept.frames?.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept)).not.toMatch(/张三|110101/);
});

test('a chain of causes that bites its tail ends', () => {
  const fault = new Error('a');
  fault.cause = fault;
  expect(JSON.stringify(safeFault(fault)).length).toBeGreaterThan(0);
});
