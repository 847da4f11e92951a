import { closeSync, openSync, readSync } from 'node:fs';

const HEADER_BYTES = 4096;
const ELF = 0x7f454c46;
const ELF_CLASS_32 = 1;
const MZ = 0x4d5a;
const PE_OFFSET_AT = 0x3c;
const PE_I386 = 0x014c;
const MACH_O_32 = 0xcefaedfe;

/** A 32-bit driver can't be loaded into a 64-bit host, and the loader's own words for it help nobody. */
export function is32Bit(path: string): boolean {
  const header = headerOf(path);
  if (header.length < PE_OFFSET_AT + 4) return false;
  if (header.readUInt32BE(0) === ELF) return header[4] === ELF_CLASS_32;
  if (header.readUInt32BE(0) === MACH_O_32) return true;
  if (header.readUInt16BE(0) !== MZ) return false;
  const machineAt = header.readUInt32LE(PE_OFFSET_AT) + 4;
  return machineAt + 2 <= header.length && header.readUInt16LE(machineAt) === PE_I386;
}

/** Empty when there is no such file, which is said elsewhere. */
function headerOf(path: string): Buffer {
  try {
    const file = openSync(path, 'r');
    try {
      const header = Buffer.alloc(HEADER_BYTES);
      return header.subarray(0, readSync(file, header));
    } finally {
      closeSync(file);
    }
  } catch {
    return Buffer.alloc(0);
  }
}
