import { type Command, SW } from '../apdu.ts';
import { hexOfByte } from '../card-state.ts';
import type { Answer, Chip } from '../chip.ts';
import { PREFIX } from '../files.ts';

/** Two bytes for each key and file. The order decides in which order PKCS#11 shows them: keys first, by reference. */
export function enumerateObjects(chip: Chip, _command: Command): Answer {
  const keys = Object.keys(chip.state.keys).map((reference) => hexOfByte(PREFIX.key) + reference);
  const files = Object.keys(chip.state.files).filter((id) => id.startsWith('C'));
  return { status: SW.ok, data: Buffer.from([...keys.sort(), ...files.sort()].join(''), 'hex') };
}
