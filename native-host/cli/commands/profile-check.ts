import { resolve } from 'node:path';
import type { ModuleConfig } from '../../config/host-config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { resolveModules, thisMachine } from '../../config/resolve-modules.ts';
import { loadProfiles, profilesDirFor, readProfile } from '../../profiles/load-profiles.ts';
import type { TokenProfile } from '../../profiles/token-profile.ts';
import { installationFor } from '../places.ts';
import { assess, type FoundKey, keysFound } from '../profile/found-keys.ts';
import { linesOfAssessment } from '../profile/lines-of-assessment.ts';
import { probeModule } from '../profile/probe-module.ts';
import { tryPlugging } from '../profile/try-plugging.ts';
import type { CliArguments } from '../read-arguments.ts';
import { type CliCommand, say } from '../terminal.ts';

/** `profile check FILE`: without --write it only reads. */
export const profile: CliCommand = async (given, { probe, invocation }) => {
  const [check, file] = given.words;
  if (check !== 'check' || file === undefined) {
    say(`用法 · Usage: ${invocation} profile check FILE [--write] [--no-interactive] [--json]`);
    return 2;
  }
  const wanted = file.endsWith('.json') ? readProfile(resolve(file)) : undefined;
  if (wanted && 'reason' in wanted) {
    say(`✗ ${file}：${wanted.reason} · this is no token profile`);
    return 1;
  }
  const found = await findKeys(given, { file, wanted, probe });
  if ('problem' in found) {
    say(`✗ ${found.problem} · the driver did not answer`);
    return 1;
  }
  // Whoever reads JSON is a program, which has no hands.
  const plugging = given.interactive && !given.json ? await tryPlugging(found, probe) : undefined;
  const assessed = found.map((one) => ({
    one,
    assessment: assess(one, plugging?.of === one ? plugging.observed : undefined),
  }));
  const results = assessed.map(({ assessment }) => assessment);
  if (given.json) say(JSON.stringify(results, null, 2));
  else if (found.length === 0) say('没有插着这样的 UKey。 · No such key is plugged in.');
  else for (const { one, assessment } of assessed) say(...linesOfAssessment(one, assessment));
  return found.length > 0 ? 0 : 1;
};

interface Asked {
  /** A driver's library, or the profile `wanted`. */
  readonly file: string;
  readonly wanted: TokenProfile | undefined;
  readonly probe: string;
}

/** A driver that does not answer is a problem only if it is the one that was asked about. */
async function findKeys(
  given: CliArguments,
  { file, wanted, probe }: Asked,
): Promise<readonly FoundKey[] | { readonly problem: string }> {
  const { modules, profiles } = await knownHere(given, wanted);
  const found: FoundKey[] = [];
  for (const module of wanted ? modules : [moduleAt(resolve(file), modules)]) {
    const answer = await probeModule(module, { profiles, write: given.write, entry: probe });
    if (answer.ok) found.push(...keysFound(module, answer.report, { profiles, wanted }));
    else if (!wanted) return { problem: answer.support };
  }
  return found;
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
