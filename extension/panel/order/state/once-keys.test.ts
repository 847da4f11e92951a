import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { expect, it } from 'vitest';
import { createOnceKeys } from './once-keys.ts';

it('pressed again after a time-out, the same request is the same act', () => {
  const keys = createOnceKeys();
  const first = keys.keyOf('save {"a":1}');
  keys.answered('save {"a":1}', fail('DEADLINE_EXCEEDED'));
  expect(keys.keyOf('save {"a":1}')).toBe(first);
});

it('with other content it is another act', () => {
  const keys = createOnceKeys();
  expect(keys.keyOf('save {"a":1}')).not.toBe(keys.keyOf('save {"a":2}'));
});

it.each([
  ['done', ok(1)],
  ['refused', fail('ORDER_CHANGED')],
])('once it is %s, doing it again is another act', (_, answer) => {
  const keys = createOnceKeys();
  const first = keys.keyOf('send');
  keys.answered('send', answer);
  expect(keys.keyOf('send')).not.toBe(first);
});
