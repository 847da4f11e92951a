export type PictureKind = 'jpeg' | 'png' | 'gif';

/** What a file must be to be offered at all, as an input of files takes it. */
export const ACCEPTED = 'image/jpeg,image/png,image/gif';

/** How each begins; what a file is called, or is said to be, is not asked. */
const BEGINNINGS: { readonly [Kind in PictureKind]: readonly number[] } = {
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  gif: [0x47, 0x49, 0x46, 0x38],
};
/** Pictures that are not taken: it helps to know that the file is one. */
const OTHERS: readonly (readonly number[])[] = [
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x52, 0x49, 0x46, 0x46],
];
const ISO_MEDIA = [0x66, 0x74, 0x79, 0x70];

/** By its content: undefined for a picture of another kind, null for what is no picture. */
export function pictureKind(head: Uint8Array): PictureKind | undefined | null {
  for (const kind of ['jpeg', 'png', 'gif'] as const) if (begins(head, BEGINNINGS[kind])) return kind;
  // HEIC and AVIF name themselves after a length of four bytes.
  const isOther = OTHERS.some((one) => begins(head, one)) || begins(head.subarray(4), ISO_MEDIA);
  return isOther ? undefined : null;
}

function begins(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return wanted.every((byte, at) => bytes[at] === byte);
}
