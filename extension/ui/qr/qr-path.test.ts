import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrPath } from './qr-path.ts';

/** What a renderer would make of it. */
function fill(path: string, size: number): boolean[][] {
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  }
  return drawn;
}

describe('the path of a QR code', () => {
  it.each(['https://qr.example.cn/1', `https://upload.example.cn/${'a'.repeat(200)}`])(
    'draws %s as it is encoded',
    (text) => {
      const { data, size } = encode(text, { border: 0 });
      expect(fill(qrPath(data), size)).toEqual(data);
    },
  );

  it('draws runs at both ends of a row', () => {
    expect(qrPath([[true, true, false, true]])).toBe('M0 0h2v1h-2zM3 0h1v1h-1z');
    expect(qrPath([[false, false]])).toBe('');
  });
});
