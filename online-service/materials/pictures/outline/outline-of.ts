import type { UploadKind } from '../picture.ts';
import { outlineOfGif } from './gif.ts';
import { outlineOfJpeg } from './jpeg.ts';
import type { Outline } from './outline.ts';
import { outlineOfPng } from './png.ts';

const READERS: Readonly<Record<UploadKind, (bytes: Buffer) => Outline | undefined>> = {
  jpeg: outlineOfJpeg,
  png: outlineOfPng,
  gif: outlineOfGif,
};

/** Undefined: cut off, or not built as its kind is. */
export function outlineOf(bytes: Buffer, kind: UploadKind): Outline | undefined {
  return READERS[kind](bytes);
}
