import { existsSync } from 'node:fs';
import type { TokenProfile } from '../profiles/token-profile.ts';
import type { HostConfig, ModuleConfig } from './host-config.ts';
import { type KnownModule, knownModulesOf } from './known-modules.ts';

/** As many drivers as a list of keys can report trouble of. */
const MOST_MODULES = 32;

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly exists: (path: string) => boolean;
  /** Whose drivers are looked for; those that come with the host unless an administrator has more. */
  readonly profiles?: readonly TokenProfile[];
}

export const thisMachine: Machine = { platform: process.platform, env: process.env, exists: existsSync };

/** The configured drivers, all of them, and after them the known ones that are on this computer. */
export function resolveModules(config: HostConfig, machine: Machine = thisMachine): ModuleConfig[] {
  const configured = config.modules;
  if (!config.useKnownModules) return [...configured];
  const taken = new Set(configured.flatMap((module) => [module.id, module.path]));
  const found = knownModulesOf(machine.platform, machine.profiles).flatMap((known) => {
    const path = firstPlace(known, machine);
    return path === undefined || taken.has(known.id) || taken.has(path) ? [] : [asConfigured(known, path)];
  });
  return [...configured, ...found].slice(0, MOST_MODULES);
}

function firstPlace(known: KnownModule, machine: Machine): string | undefined {
  return known.paths
    .map((path) => expand(path, machine.env))
    .find((path) => path !== undefined && machine.exists(path));
}

/** `%SystemRoot%` and the like; a place whose variable this computer does not know is no place. */
function expand(path: string, env: NodeJS.ProcessEnv): string | undefined {
  let known = true;
  const expanded = path.replace(/%(\w+)%/g, (_whole, name: string) => {
    known &&= env[name] !== undefined;
    return env[name] ?? '';
  });
  return known ? expanded : undefined;
}

function asConfigured(known: KnownModule, path: string): ModuleConfig {
  const { id, name, seesNewTokensAfter = 'polling', slotEvents } = known;
  return { id, name, path, env: {}, seesNewTokensAfter, ...(slotEvents ? { slotEvents } : {}) };
}
