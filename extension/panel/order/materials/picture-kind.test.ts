import { expect, it } from 'vitest';
import { pictureKind } from './picture-kind.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it.each([
  ['jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF'],
  ['png', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
  ['gif', 'GIF89a'],
] as const)('a %s is known by its beginning', (kind, head) => {
  expect(pictureKind(bytes(head))).toBe(kind);
});

it.each([
  ['BMP', 'BM6\x00\x00\x00'],
  ['WebP', 'RIFF\x24\x00\x00\x00WEBP'],
  ['TIFF', 'II*\x00'],
  ['HEIC', '\x00\x00\x00\x18ftypheic'],
])('%s is a picture, but none that is taken', (_, head) => {
  expect(pictureKind(bytes(head))).toBeUndefined();
});

it.each([
  ['a PDF', '%PDF-1.7'],
  ['an SVG', '<svg xmlns="http'],
  ['nothing', ''],
])('%s is no picture, whatever it is called', (_, head) => {
  expect(pictureKind(bytes(head))).toBeNull();
});
