import { resolve } from 'node:path';
import type { ModuleConfig } from '../../config/host-config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { resolveModules, thisMachine } from '../../config/resolve-modules.ts';
import { differences } from '../../profiles/compare-profile.ts';
import { draftProfile } from '../../profiles/draft-profile.ts';
import { loadProfiles, profilesDirFor, readProfile } from '../../profiles/load-profiles.ts';
import { profileFor } from '../../profiles/profile-for.ts';
import type { TokenProfile } from '../../profiles/token-profile.ts';
import type { ProbedKey, ProbeReport } from '../../token/pkcs11/probe/probe-report.ts';
import { installationFor } from '../places.ts';
import { linesOfKey } from '../profile/lines-of-key.ts';
import { probeModule } from '../profile/probe-module.ts';
import type { CliArguments } from '../read-arguments.ts';
import { type CliCommand, say } from '../terminal.ts';

/** `profile check FILE`: without --write it only reads. */
export const profile: CliCommand = async (given) => {
  const [check, file] = given.words;
  if (check !== 'check' || file === undefined) {
    say('用法 · Usage: npm run host -- profile check FILE [--write] [--json]');
    return 2;
  }
  const wanted = file.endsWith('.json') ? readProfile(resolve(file)) : undefined;
  if (wanted && 'reason' in wanted) {
    say(`✗ ${file}：${wanted.reason} · this is no token profile`);
    return 1;
  }
  const { modules, profiles } = await knownHere(given, wanted);
  const asked = wanted ? modules : [moduleAt(resolve(file), modules)];
  const found: object[] = [];
  for (const module of asked) {
    const answer = await probeModule(module, { profiles, write: given.write });
    if (!answer.ok && !wanted) {
      say(`✗ ${answer.support} · the driver did not answer`);
      return 1;
    }
    if (answer.ok) found.push(...tell({ module, report: answer.report, profiles, wanted, quiet: given.json }));
  }
  if (given.json) say(JSON.stringify(found, null, 2));
  else if (found.length === 0) say('没有插着这样的 UKey。 · No such key is plugged in.');
  return found.length > 0 ? 0 : 1;
};

interface Told {
  readonly module: ModuleConfig;
  readonly report: ProbeReport;
  readonly profiles: readonly TokenProfile[];
  readonly wanted: TokenProfile | undefined;
  readonly quiet: boolean;
}

function tell({ module, report, profiles, wanted, quiet }: Told): object[] {
  const of = (key: ProbedKey) => profileFor(wanted ? [wanted] : profiles, { library: module.path, ...key });
  return report.keys
    .filter((key) => !wanted || of(key))
    .map((key) => {
      const known = of(key);
      const differs = known ? differences(known, key) : [];
      const draft = draftProfile({ library: module.path, about: report.library, key });
      if (!quiet) {
        say(...linesOfKey(report, key));
        if (known) say(`  配置 · profile: ${known.id} (${known.status})`, ...differs.map((one) => `  ✗ ${one}`));
        say('', JSON.stringify(draft, null, 2), '');
      }
      return { key, profile: known?.id ?? null, differences: differs, draft };
    });
}

async function knownHere(given: CliArguments, wanted: TokenProfile | undefined) {
  const path = process.env['CERTBRIDGE_HOST_CONFIG'] ?? installationFor(given).configPath;
  const { profiles: loaded } = loadProfiles(profilesDirFor(path));
  const profiles = wanted ? [wanted, ...loaded.filter(({ id }) => id !== wanted.id)] : loaded;
  const config = await loadConfig(path);
  const settings = config.ok ? config.value : { allowedExtensionIds: [], useKnownModules: true, modules: [] };
  return { modules: resolveModules(settings, { ...thisMachine, profiles }), profiles };
}

/** As it is configured, if it is: a driver may want an environment. */
function moduleAt(path: string, modules: readonly ModuleConfig[]): ModuleConfig {
  const known = modules.find((module) => module.path === path);
  return known ?? { id: 'file', name: path, path, env: {}, seesNewTokensAfter: 'polling' };
}
