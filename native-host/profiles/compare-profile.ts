import type { ProbedKey, ProbedWork } from '../token/pkcs11/probe/probe-report.ts';
import { hex } from './draft-profile.ts';
import { type ObservedPlugging, seesNewTokensAfter } from './observed-plugging.ts';
import type { TokenProfile } from './token-profile.ts';

/** Where a profile says something else than the key does; nothing where the key was not asked. */
export function differences(profile: TokenProfile, key: ProbedKey, plugging?: ObservedPlugging): string[] {
  return [
    ...pinDiffers(profile, key),
    ...(profile.sm2 ? sm2Differs(profile.sm2, key) : []),
    ...(key.work ? quirksDiffer(profile.quirks, key.work) : []),
    ...(plugging ? pluggingDiffers(profile, plugging) : []),
  ];
}

function pluggingDiffers({ driver }: TokenProfile, plugging: ObservedPlugging): string[] {
  const said = driver?.seesNewTokensAfter ?? 'polling';
  const seen = seesNewTokensAfter(plugging);
  return driver && seen !== said ? [`driver.seesNewTokensAfter: ${said} ≠ ${seen ?? 'never'}`] : [];
}

function pinDiffers({ pin }: TokenProfile, key: ProbedKey): string[] {
  if (!pin || (pin.min === key.pin.min && pin.max === key.pin.max)) return [];
  return [`pin: ${pin.min}–${pin.max} ≠ ${key.pin.min}–${key.pin.max}`];
}

function sm2Differs({ generate, sign, encrypt }: NonNullable<TokenProfile['sm2']>, key: ProbedKey): string[] {
  const has = new Set(key.mechanisms.map(({ number }) => number));
  const missing = [generate, sign.mechanism, encrypt ?? generate].filter((number) => !has.has(number));
  const done = key.work?.sm2;
  const parts = (['takes', 'addsZ', 'answers'] as const).filter(
    (part) => done?.mechanism === sign.mechanism && done[part] !== sign[part],
  );
  return [
    ...[...new Set(missing)].map((number) => `sm2: ${hex(number)} is no mechanism of this key`),
    ...parts.map((part) => `sm2.sign.${part}: ${sign[part]} ≠ ${done?.[part]}`),
  ];
}

function quirksDiffer(quirks: TokenProfile['quirks'], { soLogin, certificateNeedsIssuer }: ProbedWork): string[] {
  const [saidLate, saidNeeds] = [quirks.soLogin === 'late', quirks.certificateNeedsIssuer ?? false];
  const late = soLogin === undefined || saidLate === (soLogin === 'late');
  const needs = certificateNeedsIssuer === undefined || saidNeeds === certificateNeedsIssuer;
  return [
    ...(late ? [] : [`quirks.soLogin: ${quirks.soLogin ?? 'at-once'} ≠ ${soLogin}`]),
    ...(needs ? [] : [`quirks.certificateNeedsIssuer: ${saidNeeds} ≠ ${certificateNeedsIssuer}`]),
  ];
}
