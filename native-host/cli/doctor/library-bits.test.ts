import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { is32Bit } from './library-bits.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bits-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const elf = (bits: 1 | 2) => Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, bits]), Buffer.alloc(123)]);

function pe(machine: number): Buffer {
  const file = Buffer.alloc(512);
  file.write('MZ');
  file.writeUInt32LE(0x80, 0x3c);
  file.write('PE', 0x80);
  file.writeUInt16LE(machine, 0x84);
  return file;
}

describe('a driver for 32-bit programs', () => {
  it.each([
    ['a 32-bit library of Linux', elf(1), true],
    ['a 64-bit library of Linux', elf(2), false],
    ['a 32-bit library of Windows', pe(0x014c), true],
    ['a 64-bit library of Windows', pe(0x8664), false],
    ['a file that is no library', Buffer.from('hello'), false],
  ])('is told from others: %s', (_what, content, expected) => {
    const path = join(dir, 'driver');
    writeFileSync(path, content);
    expect(is32Bit(path)).toBe(expected);
  });

  it('is none where there is no file, and none is the Node that we run on', () => {
    expect(is32Bit(join(dir, 'nowhere'))).toBe(false);
    expect(is32Bit(process.execPath)).toBe(false);
  });
});
