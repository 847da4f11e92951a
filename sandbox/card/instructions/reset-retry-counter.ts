import { CardRefusal, type Command, SW } from '../apdu.ts';
import { newSecret, PIN_TRIES } from '../card-state.ts';
import type { Answer, Chip } from '../chip.ts';
import { checkedPin, checkSecret, REFERENCE, SO_PIN_BYTES } from '../secrets.ts';

/** SO PIN and, unless the old one is to stay, the new user PIN. Unlocks, but does not log in. */
export function resetRetryCounter(chip: Chip, command: Command): Answer {
  if (command.p2 !== REFERENCE.user) throw new CardRefusal(SW.objectNotFound);
  const next = command.data.subarray(SO_PIN_BYTES);
  if (next.length > 0) checkedPin(next);
  const { pin } = chip.state;
  if (next.length === 0 && !pin) throw new CardRefusal(SW.notUsable);
  checkSecret(chip, 'soPin', command.data.subarray(0, SO_PIN_BYTES));
  const value = next.length > 0 ? next : Buffer.from(pin?.value ?? '', 'hex');
  chip.save({ pin: newSecret(value, pin?.maxTries ?? PIN_TRIES) });
  chip.session.verified = false;
  return { status: SW.ok };
}
