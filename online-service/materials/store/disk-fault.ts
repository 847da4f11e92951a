import { StoreFault } from './store-fault.ts';

const FULL = ['ENOSPC', 'EDQUOT'];
const REFUSED = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR'];

/** An error of the file system in the words of the store. */
export function diskFault(error: unknown): StoreFault {
  const code = codeOf(error);
  if (FULL.includes(code)) return new StoreFault('STORE_FULL', error);
  return new StoreFault(REFUSED.includes(code) ? 'STORE_REFUSED' : 'STORE_UNREACHABLE', error);
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
