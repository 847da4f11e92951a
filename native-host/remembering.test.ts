import { expect, it } from 'vitest';
import { remembering } from './remembering.ts';

function reading() {
  const asked: string[] = [];
  const read = remembering((bytes) => {
    const text = Buffer.from(bytes).toString('hex');
    asked.push(text);
    return text === 'ff' ? undefined : { text };
  });
  return { asked, read: (...bytes: number[]) => read(Uint8Array.from(bytes))?.text };
}

it('reads the same bytes once, and other bytes for themselves', () => {
  const { asked, read } = reading();
  expect([read(1, 2), read(1, 2), read(1), read(2, 1)]).toEqual(['0102', '0102', '01', '0201']);
  expect(asked).toEqual(['0102', '01', '0201']);
});

it('does not remember what could not be read', () => {
  const { asked, read } = reading();
  expect([read(255), read(255)]).toEqual([undefined, undefined]);
  expect(asked).toHaveLength(2);
});

it('forgets the oldest when there are too many', () => {
  const { asked, read } = reading();
  for (let byte = 0; byte <= 64; byte += 1) read(byte);
  read(64);
  expect(asked).toHaveLength(65);
  read(0);
  expect(asked).toHaveLength(66);
});
