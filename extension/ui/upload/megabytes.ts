const MEGABYTE = 1024 * 1024;

/** With one decimal, as limits are told. */
export function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1);
}

/** Rounded up, so that what is over a limit never looks like the limit. */
export function megabytesOver(bytes: number): string {
  return (Math.ceil((bytes / MEGABYTE) * 10) / 10).toFixed(1);
}
