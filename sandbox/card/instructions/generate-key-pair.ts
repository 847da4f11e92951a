import { createPrivateKey, generateKeyPair as generate, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { CardRefusal, type Command, SW } from '../apdu.ts';
import { hexOfByte } from '../card-state.ts';
import { type Answer, type Chip, requirePin } from '../chip.ts';
import { keyRequest, P256 } from '../cvc.ts';
import { exportKey } from '../private-keys.ts';
import { readTlvs, type Tlv, tlvValue } from '../tlv.ts';

const RSA_BITS: readonly number[] = [1024, 2048, 3072, 4096];
const makePair = promisify(generate);

/** P1 is the new key's reference; the data are the body of a CV certificate that lacks the key itself. */
export async function generateKeyPair(chip: Chip, command: Command): Promise<Answer> {
  requirePin(chip);
  const reference = hexOfByte(command.p1);
  if (Object.hasOwn(chip.state.keys, reference)) throw new CardRefusal(SW.conditionsNotMet);
  const body = readTlvs(command.data);
  const wanted = tlvValue(body, 0x7f49);
  if (!wanted) throw new CardRefusal(SW.wrongData);
  const key = await newKey(readTlvs(wanted));
  const { state } = chip;
  const request = keyRequest({
    key,
    serial: state.serial,
    deviceKey: createPrivateKey({ key: Buffer.from(state.deviceKey, 'base64'), format: 'der', type: 'pkcs8' }),
    authority: tlvValue(body, 0x42) ?? Buffer.alloc(0),
    holder: tlvValue(body, 0x5f20) ?? Buffer.alloc(0),
  });
  chip.save({ keys: { ...state.keys, [reference]: exportKey(key) } });
  return { status: SW.ok, data: request };
}

/** Tag 81 holds a curve's prime; tag 02, which only RSA has, the length of the modulus. */
async function newKey(wanted: readonly Tlv[]): Promise<KeyObject> {
  const prime = tlvValue(wanted, 0x81);
  const size = tlvValue(wanted, 0x02);
  if (prime?.equals(P256.prime)) return (await makePair('ec', { namedCurve: 'P-256' })).privateKey;
  if (prime || !size?.length) throw new CardRefusal(SW.wrongData);
  const modulusLength = size.readUIntBE(0, Math.min(size.length, 6));
  if (!RSA_BITS.includes(modulusLength)) throw new CardRefusal(SW.wrongData);
  return (await makePair('rsa', { modulusLength })).privateKey;
}
