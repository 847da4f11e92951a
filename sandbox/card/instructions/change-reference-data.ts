import { CardRefusal, type Command, SW } from '../apdu.ts';
import { newSecret } from '../card-state.ts';
import type { Answer, Chip } from '../chip.ts';
import { checkedPin, checkSecret, REFERENCE, SO_PIN_BYTES } from '../secrets.ts';

/** Old and new value stand one behind the other without a length: the card knows how long its own is. */
export function changeReferenceData(chip: Chip, command: Command): Answer {
  if (command.p1 !== 0x00) throw new CardRefusal(SW.wrongParameters);
  const name = nameOf(command.p2);
  const secret = chip.state[name];
  if (!secret) throw new CardRefusal(SW.notUsable);
  const oldLength = secret.value.length / 2;
  const next = command.data.subarray(oldLength);
  if (name === 'pin') checkedPin(next);
  else if (next.length !== SO_PIN_BYTES) throw new CardRefusal(SW.wrongLength);
  checkSecret(chip, name, command.data.subarray(0, oldLength));
  chip.save({ [name]: newSecret(next, secret.maxTries) });
  if (name === 'pin') chip.session.verified = true;
  return { status: SW.ok };
}

function nameOf(reference: number): 'pin' | 'soPin' {
  if (reference === REFERENCE.user) return 'pin';
  if (reference === REFERENCE.securityOfficer) return 'soPin';
  throw new CardRefusal(SW.objectNotFound);
}
