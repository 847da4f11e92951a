import { orThrow } from '../through-host/host-desk.ts';
import type { Installation } from '../through-host/installation.ts';
import { madeKey } from './made-key.ts';
import { makeWay } from './make-way.ts';
import { pinWay } from './pin-way.ts';
import { renewWay } from './renew-way.ts';
import { signWay } from './sign-way.ts';
import { lockPassword, unlockWay } from './unlock-way.ts';
import type { KeyAtStart, Verb, Way } from './way.ts';

/** The verb's way with a key that was just plugged in: a blank one where one is made, otherwise one that is made first. */
export async function openWay(verb: Verb, key: KeyAtStart, installation: Installation): Promise<Way> {
  if (verb === 'make') return makeWay(key);
  const desk = await installation.start();
  const made = orThrow(await madeKey(key, desk));
  await desk.hangUp();
  switch (verb) {
    case 'renew':
      return renewWay(key, made);
    case 'sign':
      return signWay(key, made);
    case 'pin':
      return pinWay(key, made);
    case 'unlock':
      await lockPassword(key.test);
      return unlockWay(key, made);
  }
}

/** The key that the verb's way begins with. */
export function keyFor<Key>(verb: Verb, { makeBlankKey, makeKey }: KeyMaker<Key>): Promise<Key> {
  return verb === 'make' ? makeBlankKey() : makeKey('Faults');
}

interface KeyMaker<Key> {
  makeBlankKey(): Promise<Key>;
  makeKey(label: string): Promise<Key>;
}
