import { CardRefusal, type Command, SW } from '../apdu.ts';
import { DEVICE_CERTIFICATE, newSecret, PIN_TRIES, SO_PIN_TRIES } from '../card-state.ts';
import type { Answer, Chip } from '../chip.ts';
import { checkedPin, checkSecret, SO_PIN_BYTES } from '../secrets.ts';
import { readTlvs, tlvValue } from '../tlv.ts';

const TAG = { userPin: 0x81, soPin: 0x82, pinTries: 0x91 } as const;

/** Erases everything but the device's own certificate. A card that has an SO PIN wants to see it first. */
export function initialize(chip: Chip, command: Command): Answer {
  const items = readTlvs(command.data);
  const pin = tlvValue(items, TAG.userPin);
  const soPin = tlvValue(items, TAG.soPin);
  if (!pin || soPin?.length !== SO_PIN_BYTES) throw new CardRefusal(SW.wrongData);
  checkedPin(pin);
  if (chip.state.soPin) checkSecret(chip, 'soPin', soPin);
  const tries = tlvValue(items, TAG.pinTries)?.[0] ?? PIN_TRIES;
  const device = chip.state.files[DEVICE_CERTIFICATE] ?? '';
  chip.save({
    pin: newSecret(pin, tries),
    soPin: newSecret(soPin, SO_PIN_TRIES),
    keys: {},
    files: { [DEVICE_CERTIFICATE]: device },
  });
  chip.session.verified = false;
  chip.session.selectedFile = null;
  return { status: SW.ok };
}
