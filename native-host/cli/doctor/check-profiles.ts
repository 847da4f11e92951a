import type { RefusedProfile } from '../../profiles/load-profiles.ts';
import type { Finding } from './finding.ts';

/** An administrator's own profiles that say nonsense: the host goes without them. */
export function checkProfiles(refused: readonly RefusedProfile[]): Finding[] {
  return refused.map(({ file, reason }) => ({
    check: 'profile',
    ok: false,
    what: { zh: `UKey 配置 ${file} 不能用：${reason}`, en: `the token profile ${file} can’t be used: ${reason}` },
    fix: { zh: '改正它，或从 profiles 文件夹移走', en: 'correct it, or take it out of the folder profiles' },
  }));
}
