import { type Command, SW } from '../apdu.ts';
import { fileId } from '../card-state.ts';
import { type Answer, type Chip, requirePin } from '../chip.ts';
import { addressed, offsetAndContent, writeFile } from '../files.ts';

/** There is no CREATE FILE: the first write to an identifier makes the file and selects it. */
export function updateBinary(chip: Chip, command: Command): Answer {
  requirePin(chip);
  const id = addressed(chip, fileId(command.p1, command.p2));
  const { offset, content } = offsetAndContent(command.data);
  writeFile(chip, { id, offset, bytes: content });
  chip.session.selectedFile = id;
  return { status: SW.ok };
}
