import { createECDH, type KeyObject } from 'node:crypto';
import { CardRefusal, type Command, SW } from '../apdu.ts';
import { type Answer, type Chip, requirePin } from '../chip.ts';
import { privateKey } from '../private-keys.ts';
import { rawRsa } from '../signatures/rsa.ts';

const RSA_RAW = 0x21;
const ECDH = 0x80;

export function decipher(chip: Chip, command: Command): Answer {
  requirePin(chip);
  const key = privateKey(chip, command.p1);
  if (command.p2 === RSA_RAW && key.asymmetricKeyType === 'rsa') {
    return { status: SW.ok, data: rawRsa(key, command.data) };
  }
  if (command.p2 === ECDH && key.asymmetricKeyType === 'ec') {
    return { status: SW.ok, data: sharedPoint(key, command.data) };
  }
  throw new CardRefusal(SW.wrongParameters);
}

/** Answers 04 and the x coordinate; the driver takes nothing else (sc_hsm_decipher). */
function sharedPoint(key: KeyObject, peer: Buffer): Buffer {
  const scalar = key.export({ format: 'jwk' }).d ?? '';
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(Buffer.from(scalar, 'base64url'));
  try {
    return Buffer.concat([Buffer.from([0x04]), ecdh.computeSecret(peer)]);
  } catch {
    throw new CardRefusal(SW.wrongData);
  }
}
