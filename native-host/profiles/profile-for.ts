import { posix, win32 } from 'node:path';
import type { Sm2Dialect } from '../token/pkcs11/sm2-dialect.ts';
import type { TokenProfile } from './token-profile.ts';

/** What a profile is found by: the driver's file, and what the token says of itself. */
export interface ProfileSubject {
  readonly library: string;
  readonly manufacturer: string;
  readonly model: string;
}

/** The profile whose rules all hold; of several, the one with the most rules, and then the first. */
export function profileFor(profiles: readonly TokenProfile[], subject: ProfileSubject): TokenProfile | undefined {
  let best: { readonly profile: TokenProfile; readonly rules: number } | undefined;
  for (const profile of profiles) {
    const rules = rulesThatHold(profile.match, subject);
    if (rules > (best?.rules ?? 0)) best = { profile, rules };
  }
  return best?.profile;
}

/** None as soon as one does not hold. */
function rulesThatHold({ libraries, manufacturers, models }: TokenProfile['match'], subject: ProfileSubject): number {
  const file = win32.basename(posix.basename(subject.library)).toLowerCase();
  const held = [
    libraries?.some((library) => library.toLowerCase() === file),
    manufacturers?.some((prefix) => subject.manufacturer.startsWith(prefix)),
    models?.some((prefix) => subject.model.startsWith(prefix)),
  ].filter((rule) => rule !== undefined);
  return held.every(Boolean) ? held.length : 0;
}

/** How such a token speaks SM2, if it does. */
export function sm2DialectOf(profile: TokenProfile | undefined): Sm2Dialect | undefined {
  if (!profile?.sm2) return undefined;
  const { keyType, generate, sign, encrypt, ciphertext } = profile.sm2;
  return {
    keyType,
    generate,
    sign,
    ...(encrypt === undefined ? {} : { encrypt }),
    ...(ciphertext === undefined ? {} : { ciphertext }),
  };
}

const TOKEN_INITIALIZED = 0x400;

/** A key that was never initialised, also where its driver hides it. */
export function isBlank(profile: TokenProfile | undefined, token: { flags: number; label: string }): boolean {
  if ((token.flags & TOKEN_INITIALIZED) === 0) return true;
  return profile?.quirks.blankLabels?.includes(token.label.trim()) ?? false;
}
