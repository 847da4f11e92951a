import { CardRefusal, SW } from './apdu.ts';
import { hexOfByte } from './card-state.ts';
import { type Chip, requirePin } from './chip.ts';
import { readTlvs, tlvValue } from './tlv.ts';

/** High byte of a file identifier, which says what the file is (card-sc-hsm.h). */
export const PREFIX = {
  privateKeyDescription: 0xc4,
  certificateDescription: 0xc8,
  caCertificate: 0xca,
  key: 0xcc,
  protectedData: 0xcd,
  certificate: 0xce,
} as const;

/** The JCOP applet keeps short files; far more than any certificate needs. */
const MAX_FILE_BYTES = 16 * 1024;

export const isKey = (id: string): boolean => id.startsWith(hexOfByte(PREFIX.key));
export const keyReference = (id: string): string => id.slice(2);

export function fileExists(chip: Chip, id: string): boolean {
  return isKey(id) ? Object.hasOwn(chip.state.keys, keyReference(id)) : Object.hasOwn(chip.state.files, id);
}

/** A key can be selected but never read: it answers as an empty file. */
export function readFile(chip: Chip, id: string): Buffer {
  if (!fileExists(chip, id)) throw new CardRefusal(SW.fileNotFound);
  if (id.startsWith(hexOfByte(PREFIX.protectedData))) requirePin(chip);
  return Buffer.from(chip.state.files[id] ?? '', 'base64');
}

export function writeFile(chip: Chip, change: { id: string; offset: number; bytes: Buffer }): void {
  if (isKey(change.id)) throw new CardRefusal(SW.conditionsNotMet);
  const old = Buffer.from(chip.state.files[change.id] ?? '', 'base64');
  const size = Math.max(old.length, change.offset + change.bytes.length);
  if (size > MAX_FILE_BYTES) throw new CardRefusal(SW.noMemory);
  const next = Buffer.alloc(size);
  old.copy(next);
  change.bytes.copy(next, change.offset);
  chip.save({ files: { ...chip.state.files, [change.id]: next.toString('base64') } });
}

export function removeFile(chip: Chip, id: string): void {
  if (!fileExists(chip, id)) throw new CardRefusal(SW.fileNotFound);
  const group = isKey(id) ? 'keys' : 'files';
  const name = isKey(id) ? keyReference(id) : id;
  const left = Object.fromEntries(Object.entries(chip.state[group]).filter(([key]) => key !== name));
  chip.save({ [group]: left });
}

/** ISO 7816-4 (11.3): odd READ and UPDATE BINARY carry their offset as data object 54, the content as 53. */
export function offsetAndContent(data: Buffer): { offset: number; content: Buffer } {
  const items = readTlvs(data);
  const offset = tlvValue(items, 0x54);
  if (offset?.length !== 2) throw new CardRefusal(SW.wrongData);
  return { offset: offset.readUInt16BE(0), content: tlvValue(items, 0x53) ?? Buffer.alloc(0) };
}

/** P1-P2 of the odd instructions name a file; 0000 is the selected one. */
export function addressed(chip: Chip, id: string): string {
  if (id !== '0000') return id;
  if (chip.session.selectedFile === null) throw new CardRefusal(SW.noCurrentFile);
  return chip.session.selectedFile;
}
