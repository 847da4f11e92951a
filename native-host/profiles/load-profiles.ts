import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { issuesOf } from '@certbridge/shared/rpc/issues-of.ts';
import { shippedProfiles } from './shipped-profiles.ts';
import { type TokenProfile, tokenProfile } from './token-profile.ts';

export interface LoadedProfiles {
  /** The administrator's own first: they go before those that come with the host, and replace them by id. */
  readonly profiles: readonly TokenProfile[];
  readonly refused: readonly RefusedProfile[];
}

export interface RefusedProfile {
  readonly file: string;
  readonly reason: string;
}

/** Where an administrator puts a profile: beside the host's configuration. */
export function profilesDirFor(configPath: string): string {
  return join(dirname(configPath), 'profiles');
}

export function loadProfiles(dir: string): LoadedProfiles {
  const own: TokenProfile[] = [];
  const refused: RefusedProfile[] = [];
  for (const file of filesIn(dir)) {
    const read = readProfile(join(dir, file));
    if ('reason' in read) refused.push({ file, reason: read.reason });
    else own.push(read);
  }
  const replaced = new Set(own.map(({ id }) => id));
  return { profiles: [...own, ...shippedProfiles().filter(({ id }) => !replaced.has(id))], refused };
}

export function readProfile(path: string): TokenProfile | { readonly reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    return { reason: cause instanceof SyntaxError ? 'not JSON' : 'not readable' };
  }
  const profile = tokenProfile.safeParse(json);
  if (profile.success) return profile.data;
  const [issue] = issuesOf(profile.error);
  return { reason: `${issue?.path ?? ''} ${issue?.rule ?? ''}`.trim() };
}

/** No folder, no profiles. */
function filesIn(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
}
