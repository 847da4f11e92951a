import { describe, expect, it } from 'vitest';
import { createEventReader } from './event-stream.ts';

const STREAM = 'event: version\ndata: {"version":1}\n\n: \n\nevent: version\ndata: {"version":2}\n\n';
const TOLD = [
  { name: 'version', data: '{"version":1}' },
  { name: 'version', data: '{"version":2}' },
];

function readAll(pieces: readonly string[]) {
  const read = createEventReader();
  return pieces.flatMap((piece) => read(piece));
}

describe('server-sent events (WHATWG HTML, 9.2.6)', () => {
  it('are read wherever the pieces are cut', () => {
    for (let size = 1; size <= STREAM.length; size += 1) {
      const pieces = STREAM.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(readAll(pieces), `${size} at a time`).toEqual(TOLD);
    }
  });

  it('may end their lines with CR, LF or both, also where a piece ends between the two', () => {
    for (const end of ['\r', '\n', '\r\n']) {
      const text = `${STREAM.replaceAll('\n', end)}:`;
      for (const size of [1, 2, 3, text.length]) {
        expect(readAll(text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []), JSON.stringify(end)).toEqual(TOLD);
      }
    }
  });

  it('join several lines of data, and are called a message without a name', () => {
    expect(readAll(['data: one\ndata:two\ndata\n\n'])).toEqual([{ name: 'message', data: 'one\ntwo\n' }]);
  });

  it('without data are none, and one that was not ended is not told', () => {
    expect(readAll(['event: version\n\nid: 7\nretry: 10\n\n', 'data: half'])).toEqual([]);
  });

  it('do not fill the memory: a line that does not end breaks the stream', () => {
    const read = createEventReader();
    expect(() => {
      for (let piece = 0; piece < 100; piece += 1) read('x'.repeat(100));
    }).toThrow();
  });
});
