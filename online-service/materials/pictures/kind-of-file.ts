import type { OtherKind, UploadKind } from './picture.ts';

/** How far readers of web pages and PDFs look for their mark. */
export const SNIFFED_BYTES = 1_024;

/** What stands at this byte of such a file, one character for each byte. */
type Mark = readonly [kind: UploadKind | OtherKind, at: number, ...marks: string[]];

const MARKS: readonly Mark[] = [
  ['jpeg', 0, '\xff\xd8\xff'],
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['gif', 0, 'GIF87a', 'GIF89a'],
  ['webp', 8, 'WEBP'],
  ['avif', 4, 'ftypavif', 'ftypavis'],
  ['heic', 4, 'ftyphei', 'ftyphev', 'ftypmif1', 'ftypmsf1'],
  ['jp2', 4, 'jP  \r\n'],
  ['tiff', 0, 'II*\0', 'MM\0*', 'II+\0', 'MM\0+'],
  ['psd', 0, '8BPS'],
  // The size of the file lies between; these bytes are reserved.
  ['bmp', 6, '\0\0\0\0'],
];

/** By its content alone; undefined: nothing that a picture would be. */
export function kindOfFile(bytes: Buffer): UploadKind | OtherKind | undefined {
  const start = bytes.toString('latin1', 0, SNIFFED_BYTES);
  const kind = MARKS.find(([, at, ...marks]) => marks.some((mark) => start.startsWith(mark, at)))?.[0];
  if (kind === 'webp' && !start.startsWith('RIFF')) return undefined;
  if (kind === 'bmp' && !start.startsWith('BM')) return undefined;
  return kind ?? kindOfText(start);
}

function kindOfText(start: string): OtherKind | undefined {
  if (start.includes('%PDF-')) return 'pdf';
  return /<svg[\s>]/i.test(start) ? 'svg' : undefined;
}
