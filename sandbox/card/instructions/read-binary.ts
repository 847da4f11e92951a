import { type Command, SW } from '../apdu.ts';
import { fileId } from '../card-state.ts';
import type { Answer, Chip } from '../chip.ts';
import { addressed, offsetAndContent, readFile } from '../files.ts';

/** OpenSC reads on until it is told that the file has ended, so reading past the end is no error. */
export function readBinary(chip: Chip, command: Command): Answer {
  const { offset } = offsetAndContent(command.data);
  const bytes = readFile(chip, addressed(chip, fileId(command.p1, command.p2)));
  const data = bytes.subarray(offset, offset + command.le);
  return { status: data.length < command.le ? SW.endOfFile : SW.ok, data };
}
