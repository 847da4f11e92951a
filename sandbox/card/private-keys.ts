import { createPrivateKey, type KeyObject } from 'node:crypto';
import { CardRefusal, SW } from './apdu.ts';
import { hexOfByte } from './card-state.ts';
import type { Chip } from './chip.ts';

export function privateKey(chip: Chip, reference: number): KeyObject {
  const stored = chip.state.keys[hexOfByte(reference)];
  if (stored === undefined) throw new CardRefusal(SW.objectNotFound);
  return createPrivateKey({ key: Buffer.from(stored, 'base64'), format: 'der', type: 'pkcs8' });
}

export const exportKey = (key: KeyObject): string => key.export({ format: 'der', type: 'pkcs8' }).toString('base64');
