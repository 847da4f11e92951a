import { randomBytes } from 'node:crypto';
import { type Command, SW } from '../apdu.ts';
import type { Answer, Chip } from '../chip.ts';

/** OpenSC asks for at most 1,024 random bytes at once. */
const MAX_BYTES = 1024;

export function getChallenge(_chip: Chip, command: Command): Answer {
  return { status: SW.ok, data: randomBytes(Math.min(command.le, MAX_BYTES)) };
}
