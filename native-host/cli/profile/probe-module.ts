import type { ModuleConfig } from '../../config/host-config.ts';
import { isBlank, profileFor } from '../../profiles/profile-for.ts';
import type { TokenProfile } from '../../profiles/token-profile.ts';
import type { ProbeAnswer, ProbedKey, ProbeRequest } from '../../token/pkcs11/probe/probe-report.ts';
import { runProbe } from '../../token/pkcs11/probe/run-probe.ts';

/** Most drivers take any, of eight characters; a SmartCard-HSM takes sixteen hexadecimal digits. */
const SO_PINS = { text: '12345678', hex: '3132333435363738' } as const;
const IBM_SM2 = { keyType: 0x8005_0002, generate: 0x8005_000a };
const INITIALISED = 0x400;

export interface ProbeOptions {
  readonly profiles: readonly TokenProfile[];
  readonly write: boolean;
  /** The probe's program. */
  readonly entry: string;
}

/** Reads first; then, if it may and the one key of this driver is blank, works it. */
export async function probeModule(
  module: ModuleConfig,
  { profiles, write, entry }: ProbeOptions,
): Promise<ProbeAnswer> {
  const { path: library, env, libraryParameters } = module;
  const request: ProbeRequest = { library, ...(libraryParameters === undefined ? {} : { libraryParameters }) };
  const read = await runProbe(request, { entry, env });
  if (!write || !read.ok) return read;
  const profileOf = (key: ProbedKey) => profileFor(profiles, { library, ...key });
  const blank = read.report.keys.find((key) => isBlank(profileOf(key), { label: key.label, flags: flagsOf(key) }));
  if (!blank) return read;
  const known = profileOf(blank);
  const soPins = soPinsFor(known);
  const sm2 = [...profiles.flatMap((profile) => profile.sm2 ?? []), IBM_SM2].map(({ keyType, generate }) => ({
    keyType,
    generate,
  }));
  return runProbe({ ...request, write: { slot: blank.slot, soPins, sm2 } }, { entry, env });
}

/** Of a kind that nobody knows, each may be the one. */
function soPinsFor(known: TokenProfile | undefined): string[] {
  if (known?.quirks.blankSoPin !== undefined) return [known.quirks.blankSoPin];
  return known?.soPin ? [SO_PINS[known.soPin.form]] : Object.values(SO_PINS);
}

function flagsOf({ initialised }: ProbedKey): number {
  return initialised ? INITIALISED : 0;
}
