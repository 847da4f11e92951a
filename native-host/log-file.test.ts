import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logPathIn, logToFile, olderLog } from './log-file.ts';

describe('the log file', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'log-'));
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('has each line with its time, and only its owner reads it', () => {
    const path = logPathIn(join(dir, 'data'));
    logToFile(path)('worker opensc: MODULE_CRASHED (SIGSEGV)');
    expect(readFileSync(path, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT\S+Z worker opensc: MODULE_CRASHED \(SIGSEGV\)\n$/);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(process.stderr.write).toHaveBeenCalledTimes(1);
  });

  it('begins anew when it is large, and keeps what came before once', () => {
    const path = logPathIn(dir);
    writeFileSync(path, 'x'.repeat(300_000));
    const log = logToFile(path);
    log('one');
    log('two');
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(2);
    expect(statSync(olderLog(path)).size).toBe(300_000);
  });

  it('stops no work when it can’t be written', () => {
    writeFileSync(join(dir, 'file'), '');
    const path = logPathIn(join(dir, 'file'));
    expect(() => logToFile(path)('line')).not.toThrow();
    expect(existsSync(path)).toBe(false);
  });
});
