import { expect, it } from 'vitest';
import { readCardEvent } from './read-card-event.ts';

it.each([
  { event: 'plugged' },
  { event: 'powered' },
  { event: 'apdus', count: 0 },
  { event: 'done', line: 'delay-ms 10' },
  { event: 'refused', line: 'dance' },
  { event: 'dropped', count: 3 },
])('reads %o', (event) => {
  expect(readCardEvent(JSON.stringify(event))).toEqual(event);
});

it.each(['', 'Segmentation fault', '{"event":"apdus"}', '{"event":"apdus","count":-1}', '{"event":"dance"}', 'null'])(
  'refuses %s, and quotes it',
  (line) => {
    expect(() => readCardEvent(line)).toThrow(`the card process said something unknown: ${line}`);
  },
);
