import { expect, it } from 'vitest';
import { fileSize, megabytes, megabytesOver } from './file-size.ts';

const LIMIT = 1_572_864;

it('sizes have one decimal, as limits are told', () => {
  expect([0, 524_288, LIMIT].map(megabytes)).toEqual(['0.0', '0.5', '1.5']);
});

it('a file one byte over the limit does not look as if it were within', () => {
  expect(megabytes(LIMIT)).toBe('1.5');
  expect(megabytesOver(LIMIT + 1)).toBe('1.6');
});

it('a small file has a size as well', () => {
  expect([1, 20_000, 104_857, 104_858, LIMIT].map(fileSize)).toEqual(['1 KB', '20 KB', '103 KB', '0.1 MB', '1.5 MB']);
});
