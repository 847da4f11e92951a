import type { ModuleConfig } from '../../config/host-config.ts';
import { differences } from '../../profiles/compare-profile.ts';
import { draftProfile } from '../../profiles/draft-profile.ts';
import type { ObservedPlugging } from '../../profiles/observed-plugging.ts';
import { profileFor } from '../../profiles/profile-for.ts';
import type { TokenProfile } from '../../profiles/token-profile.ts';
import type { ProbedKey, ProbeReport } from '../../token/pkcs11/probe/probe-report.ts';

/** A plugged key, the driver that shows it, and the profile that is held against it, if there is one. */
export interface FoundKey {
  readonly module: ModuleConfig;
  readonly report: ProbeReport;
  readonly key: ProbedKey;
  readonly profile: TokenProfile | undefined;
}

export interface Sought {
  readonly profiles: readonly TokenProfile[];
  /** From the file that was given: only the keys that it fits, and it alone. */
  readonly wanted: TokenProfile | undefined;
}

export function keysFound(module: ModuleConfig, report: ProbeReport, { profiles, wanted }: Sought): FoundKey[] {
  return report.keys
    .map((key) => ({
      module,
      report,
      key,
      profile: profileFor(wanted ? [wanted] : profiles, { library: module.path, ...key }),
    }))
    .filter(({ profile }) => !wanted || profile);
}

export interface Assessment {
  readonly key: ProbedKey;
  /** Its id. */
  readonly profile: string | null;
  readonly differences: readonly string[];
  readonly plugging: ObservedPlugging | null;
  readonly draft: object;
}

export function assess({ module, report, key, profile }: FoundKey, plugging: ObservedPlugging | undefined): Assessment {
  return {
    key,
    profile: profile?.id ?? null,
    differences: profile ? differences(profile, key, plugging) : [],
    plugging: plugging ?? null,
    // A driver that a profile knows is looked for already.
    draft: draftProfile({ library: module.path, about: report.library, key, plugging: profile ? undefined : plugging }),
  };
}
