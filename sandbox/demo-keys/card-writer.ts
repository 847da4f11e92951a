import { join } from 'node:path';
import { createCardState, fileId, hexOfByte } from '../card/card-state.ts';
import { PREFIX } from '../card/files.ts';
import { encodeKeyDescription, type KeyUsage } from '../card/pkcs15.ts';
import { exportKey } from '../card/private-keys.ts';
import { writeState } from '../card/state-file.ts';
import { DEMO_PIN, DEMO_SO_PIN, type DemoKeySpec } from './demo-key-specs.ts';
import type { KeyContent, Pair } from './key-content.ts';

const USAGES: Readonly<Record<Pair['use'], readonly KeyUsage[]>> = {
  sign: ['sign', 'nonRepudiation'],
  encrypt: ['decrypt', 'unwrap'],
};

/** Writes the card's memory as OpenSC would have left it: key, its description and its certificate under one reference. */
export function writeCard(dir: string, spec: DemoKeySpec, content: KeyContent): { serial: string } {
  const blank = createCardState({ serial: spec.serial, label: spec.label, pin: DEMO_PIN, soPin: DEMO_SO_PIN });
  const keys: Record<string, string> = {};
  const files: Record<string, string> = { ...blank.files };
  for (const pair of content.pairs) {
    keys[hexOfByte(pair.ckaId)] = exportKey(pair.key);
    files[fileId(PREFIX.privateKeyDescription, pair.ckaId)] = description(pair).toString('base64');
    files[fileId(PREFIX.certificate, pair.ckaId)] = pair.certificate.toString('base64');
  }
  const pin = blank.pin && spec.locked ? { ...blank.pin, triesLeft: 0 } : blank.pin;
  writeState(join(dir, 'card.json'), { ...blank, pin, keys, files });
  return { serial: spec.serial };
}

function description(pair: Pair): Buffer {
  const isRsa = pair.key.asymmetricKeyType === 'rsa';
  return encodeKeyDescription({
    label: pair.label,
    id: Buffer.from([pair.ckaId]),
    reference: pair.ckaId,
    algorithm: { kind: isRsa ? 'rsa' : 'ec', bits: isRsa ? 2048 : 256 },
    usage: USAGES[pair.use],
  });
}
