import type { Instruction } from '../chip.ts';
import { changeReferenceData } from './change-reference-data.ts';
import { decipher } from './decipher.ts';
import { deleteFile } from './delete-file.ts';
import { enumerateObjects } from './enumerate-objects.ts';
import { generateKeyPair } from './generate-key-pair.ts';
import { getChallenge } from './get-challenge.ts';
import { initialize } from './initialize.ts';
import { readBinary } from './read-binary.ts';
import { resetRetryCounter } from './reset-retry-counter.ts';
import { select } from './select.ts';
import { sign } from './sign.ts';
import { updateBinary } from './update-binary.ts';
import { verify } from './verify.ts';

export interface InstructionEntry {
  readonly name: string;
  /** 00: as in ISO 7816; 80: the SmartCard-HSM's own. */
  readonly cla: 0x00 | 0x80;
  readonly run: Instruction;
}

/** Instruction bytes as OpenSC's sc-hsm driver sends them (card-sc-hsm.c, OpenSC 0.23). */
export const INSTRUCTIONS: ReadonlyMap<number, InstructionEntry> = new Map<number, InstructionEntry>([
  [0xa4, { name: 'SELECT', cla: 0x00, run: select }],
  [0xb1, { name: 'READ BINARY', cla: 0x00, run: readBinary }],
  [0xd7, { name: 'UPDATE BINARY', cla: 0x00, run: updateBinary }],
  [0xe4, { name: 'DELETE FILE', cla: 0x00, run: deleteFile }],
  [0x58, { name: 'ENUMERATE OBJECTS', cla: 0x80, run: enumerateObjects }],
  [0x20, { name: 'VERIFY', cla: 0x00, run: verify }],
  [0x24, { name: 'CHANGE REFERENCE DATA', cla: 0x00, run: changeReferenceData }],
  [0x2c, { name: 'RESET RETRY COUNTER', cla: 0x00, run: resetRetryCounter }],
  [0x50, { name: 'INITIALIZE DEVICE', cla: 0x80, run: initialize }],
  [0x84, { name: 'GET CHALLENGE', cla: 0x00, run: getChallenge }],
  [0x46, { name: 'GENERATE ASYMMETRIC KEY PAIR', cla: 0x00, run: generateKeyPair }],
  [0x68, { name: 'SIGN', cla: 0x80, run: sign }],
  [0x62, { name: 'DECIPHER', cla: 0x80, run: decipher }],
]);
