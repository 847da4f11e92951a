import { shippedProfiles } from '../profiles/shipped-profiles.ts';
import type { TokenProfile } from '../profiles/token-profile.ts';
import type { ModuleConfig } from './host-config.ts';

/** A driver that keys' makers install, and where. 64-bit libraries only: the host is a 64-bit process. */
export interface KnownModule {
  readonly id: string;
  readonly name: string;
  readonly paths: readonly string[];
  readonly seesNewTokensAfter?: ModuleConfig['seesNewTokensAfter'] | undefined;
  readonly slotEvents?: ModuleConfig['slotEvents'];
}

/** The drivers that the token profiles name. */
export function knownModulesOf(
  platform: NodeJS.Platform,
  profiles: readonly TokenProfile[] = shippedProfiles(),
): readonly KnownModule[] {
  return profiles.flatMap(({ driver }) => {
    const paths = driver?.places[systemOf(platform)];
    return driver && paths ? [{ ...driver, paths }] : [];
  });
}

export function systemOf(platform: NodeJS.Platform): 'linux' | 'macos' | 'windows' {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'macos' : 'linux';
}
