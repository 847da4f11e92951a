import { say } from './terminal.ts';

/** What a person can put right: rights, room, or something else in the way. */
const CODES: ReadonlySet<unknown> = new Set(['EACCES', 'EEXIST', 'EISDIR', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']);

/** Tells of a file or folder that could not be written; anything else is thrown again. */
export function tellFileFault(fault: unknown): void {
  if (!(fault instanceof Error && 'code' in fault && (CODES.has(fault.code) || madeNoFolder(fault)))) throw fault;
  const where = 'path' in fault ? ` ${fault.path}` : '';
  say(
    `✗ 无法写入${where}（${fault.code}） · cannot write${where} (${fault.code})`,
    '  → 请检查那里的权限和剩余空间，以及是否有同名文件挡住，然后重试。 · See that you may write there, that there is room, and that no file of that name is in the way; then try again.',
  );
}

/** On a read-only disk Node's recursive mkdir says ENOENT, which it never means. */
function madeNoFolder(fault: Error): boolean {
  return 'syscall' in fault && fault.syscall === 'mkdir';
}
