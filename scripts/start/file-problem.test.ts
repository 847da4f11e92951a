import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ToldProblem } from '../tools/told-problem.mjs';
import { fileProblem } from './file-problem.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certbridge-file-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function faultOf(work: () => void): unknown {
  try {
    work();
  } catch (fault) {
    return fault;
  }
  return expect.unreachable();
}

it('a file that cannot be written is named, with the reason', () => {
  const fault = faultOf(() => writeFileSync(folder, ''));
  expect(fileProblem(fault, '/data')).toBeInstanceOf(ToldProblem);
  expect(fileProblem(fault, '/data')).toHaveProperty('message', expect.stringContaining(`${folder} (EISDIR)`));
});

it('a full disk, which does not name the file, is told with the data folder', () => {
  const fault = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  });
  expect(fileProblem(fault, '/data')).toHaveProperty('message', expect.stringContaining('/data (ENOSPC)'));
});

it('a folder on a read-only disk is told, although Node says that something is missing', () => {
  const fault = Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'mkdir', path: '/media/cd/demo' });
  expect(fileProblem(fault, '/data')).toHaveProperty('message', expect.stringContaining('/media/cd/demo (ENOENT)'));
});

it('a fault of ours stays what it is', () => {
  const missing = faultOf(() => rmSync(join(folder, 'gone')));
  expect(fileProblem(missing, '/data')).toBe(missing);
  const mistake = new TypeError('x is not a function');
  expect(fileProblem(mistake, '/data')).toBe(mistake);
});
