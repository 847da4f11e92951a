const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** With one decimal, as limits are told. */
export function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1);
}

/** Rounded up, so that what is over a limit never looks like the limit. */
export function megabytesOver(bytes: number): string {
  return (Math.ceil((bytes / MEGABYTE) * 10) / 10).toFixed(1);
}

/** What is there never has no size: a small file is told in kilobytes. */
export function fileSize(bytes: number): string {
  return bytes < MEGABYTE / 10 ? `${Math.ceil(bytes / KILOBYTE)} KB` : `${megabytes(bytes)} MB`;
}
