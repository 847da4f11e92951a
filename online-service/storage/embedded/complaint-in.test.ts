import { expect, test } from 'vitest';
import { complaintIn } from './complaint-in.ts';

test.each([
  [
    'a full disk, not the clean-up after it',
    [
      'creating subdirectories ... ok',
      'initdb: error: could not write to file "pg_wal/xlogtemp.9": No space left on device',
      'initdb: removing data directory "/data/postgres/unfinished-1"',
    ],
    'initdb: error: could not write to file "pg_wal/xlogtemp.9": No space left on device',
  ],
  [
    'what the server itself said',
    [
      'running bootstrap script ... 2026-01-01 00:00:00 UTC [7] FATAL:  could not map anonymous shared memory',
      'child process exited with exit code 1',
      'initdb: removing data directory "/data/postgres/unfinished-1"',
    ],
    'running bootstrap script ... 2026-01-01 00:00:00 UTC [7] FATAL:  could not map anonymous shared memory',
  ],
  ['the last words where nothing is called an error', ['one', 'spawn initdb ENOENT', ''], 'spawn initdb ENOENT'],
])('the reason for a failure is %s', (_what, lines, reason) => {
  expect(complaintIn(lines.join('\n'))).toBe(reason);
});
