import { SNIFFED_BYTES } from './kind-of-file.ts';

/** What makes a browser or another program take a file for something else. */
const PAGE_OR_DOCUMENT = /%PDF-|<(!doctype|html|head|body|script|iframe|\?php)\b|<svg[\s>]/i;
const ARCHIVES = ['PK\x03\x04', 'Rar!\x1a', '7z\xbc\xaf'];

/** ZIP, 4.3.16: an archive is read from its end, where this record lies, with a remark of at most 65,535 bytes behind it. */
const ARCHIVE_END = 'PK\x05\x06';
const ARCHIVE_END_BYTES = 22;
const ARCHIVE_REMARK_BYTES = 65_535;

/**
 * Whether the file is a picture and something besides. It would be drawn again without it anyway; but nobody takes such a
 * file by accident, except for what phones put behind a photo.
 */
export function carriesOtherData(bytes: Buffer, pictureEnd: number): boolean {
  const start = bytes.toString('latin1', 0, SNIFFED_BYTES);
  if (PAGE_OR_DOCUMENT.test(start) || endsAsArchive(bytes)) return true;
  const behind = bytes.toString('latin1', pictureEnd);
  return !isPadding(behind) && (!isOfPhone(behind) || readsAsOther(behind));
}

const PADDING = ['\0', '\xff', ' ', '\r', '\n'];

function isPadding(behind: string): boolean {
  return [...behind].every((byte) => PADDING.includes(byte));
}

/** A second view or a depth map (CIPA DC-007), a few seconds of film (MP4), or Samsung's own trailer. */
function isOfPhone(behind: string): boolean {
  return behind.startsWith('\xff\xd8\xff') || behind.startsWith('ftyp', 4) || behind.endsWith('SEFT');
}

function readsAsOther(behind: string): boolean {
  return PAGE_OR_DOCUMENT.test(behind) || ARCHIVES.some((mark) => behind.includes(mark));
}

function endsAsArchive(bytes: Buffer): boolean {
  const furthest = bytes.length - ARCHIVE_END_BYTES - ARCHIVE_REMARK_BYTES;
  const at = bytes.lastIndexOf(ARCHIVE_END, -1, 'latin1');
  if (at < Math.max(furthest, 0) || at + ARCHIVE_END_BYTES > bytes.length) return false;
  return at + ARCHIVE_END_BYTES + bytes.readUInt16LE(at + 20) <= bytes.length;
}
