import { ToldProblem } from '../tools/told-problem.mjs';

/** What a person can put right: rights, room, or something else in the way. */
const CODES: ReadonlySet<unknown> = new Set([
  'EACCES',
  'EDQUOT',
  'EEXIST',
  'EISDIR',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
]);

/** A file or folder that could not be written, in words; anything else is left as it is. */
export function fileProblem(fault: unknown, dataDir: string): unknown {
  if (!(fault instanceof Error && 'code' in fault && (CODES.has(fault.code) || madeNoFolder(fault)))) return fault;
  // A write to a full disk does not know its path.
  const path = 'path' in fault ? fault.path : dataDir;
  return new ToldProblem({
    zh: `无法写入 ${path}（${fault.code}）。请检查那里的权限和剩余空间、是否有同名文件挡住，或把数据放到别的文件夹：`,
    en: `Cannot write ${path} (${fault.code}). See that you may write there, that there is room, and that no file of that name is in the way; or keep the data in another folder:`,
    details: ['CERTBRIDGE_DATA_DIR=/path/to/folder npm start'],
  });
}

/** On a read-only disk Node's recursive mkdir says ENOENT, which it never means. */
function madeNoFolder(fault: Error): boolean {
  return 'syscall' in fault && fault.syscall === 'mkdir';
}
