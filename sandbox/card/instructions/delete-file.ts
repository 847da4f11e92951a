import { CardRefusal, type Command, SW } from '../apdu.ts';
import { DEVICE_CERTIFICATE } from '../card-state.ts';
import { type Answer, type Chip, requirePin } from '../chip.ts';
import { removeFile } from '../files.ts';

/** Deletes a file, or a key by its CCxx identifier. */
export function deleteFile(chip: Chip, command: Command): Answer {
  requirePin(chip);
  if (command.data.length !== 2) throw new CardRefusal(SW.wrongLength);
  const id = command.data.toString('hex').toUpperCase();
  if (id === DEVICE_CERTIFICATE) throw new CardRefusal(SW.conditionsNotMet);
  removeFile(chip, id);
  if (chip.session.selectedFile === id) chip.session.selectedFile = null;
  return { status: SW.ok };
}
