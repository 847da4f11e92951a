import { posix, win32 } from 'node:path';
import { systemOf } from '../config/known-modules.ts';
import type { ProbedKey, ProbedSm2, ProbedWork, ProbeReport } from '../token/pkcs11/probe/probe-report.ts';
import { type ObservedPlugging, seesNewTokensAfter } from './observed-plugging.ts';

export interface Probed {
  readonly library: string;
  readonly about: ProbeReport['library'];
  readonly key: ProbedKey;
  /** Where a person pulled and plugged it; then the draft also says where the driver is, and how it is asked. */
  readonly plugging?: ObservedPlugging | undefined;
}

/** A profile as JSON, to be completed by a person: a probe knows what a key does, and not what it is called. */
export function draftProfile({ library, about, key, plugging }: Probed): object {
  const { manufacturer, model, pin, work } = key;
  const seen = plugging && seesNewTokensAfter(plugging);
  return {
    id: idOf(`${manufacturer} ${model}`),
    name: `${manufacturer} ${model}`.trim() || 'unknown',
    status: 'unverified',
    source: `profile check of one key, with ${about.description || 'a driver'} ${about.version}`,
    ...(seen ? { driver: driverOf(library, about, seen) } : {}),
    match: {
      libraries: [fileOf(library)],
      ...(manufacturer === '' ? {} : { manufacturers: [manufacturer] }),
      ...(model === '' ? {} : { models: [model] }),
    },
    pin,
    ...(work?.sm2 ? { sm2: sm2Of(work.sm2) } : {}),
    quirks: quirksOf(key, work),
  };
}

function driverOf(library: string, about: ProbeReport['library'], seen: 'polling' | 'reinitialize'): object {
  return {
    id: idOf(fileOf(library).replace(/\.[^.]*$/, '')),
    name: (about.description || fileOf(library)).slice(0, 80),
    places: { [systemOf(process.platform)]: [library] },
    seesNewTokensAfter: seen,
  };
}

function fileOf(library: string): string {
  return win32.basename(posix.basename(library));
}

function sm2Of({ keyType, generate, mechanism, takes, addsZ, answers }: ProbedSm2): object {
  return {
    keyType: hex(keyType),
    generate: hex(generate),
    sign: { mechanism: hex(mechanism), takes, addsZ, answers },
  };
}

function quirksOf(key: ProbedKey, work: ProbedWork | undefined): object {
  return {
    ...(work?.soLogin === 'late' ? { soLogin: 'late' } : {}),
    ...(work?.certificateNeedsIssuer ? { certificateNeedsIssuer: true } : {}),
    // Whoever was logged in by a password has no pad.
    ...(key.claimsPinPad && work?.steps.some(({ what, ok }) => what === 'log in' && ok) ? { falsePinPad: true } : {}),
  };
}

export function hex(number: number): string {
  return `0x${number.toString(16)}`;
}

function idOf(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'unknown'
  );
}
