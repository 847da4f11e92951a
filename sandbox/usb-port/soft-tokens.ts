import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KeyRecord, restingPlace } from './virtual-key.ts';

/** SoftHSM's side of the port: a token is plugged while its directory lies in the directory of tokens. */
export interface SoftTokens {
  readonly configFile: string;
  isPlugged(key: KeyRecord): boolean;
  plug(key: KeyRecord): void;
  pull(key: KeyRecord): void;
}

/** SoftHSM shows a change only to a process that calls C_Finalize and C_Initialize again. */
export function openSoftTokens(dataDir: string): SoftTokens {
  const root = join(dataDir, 'softhsm');
  const tokens = join(root, 'tokens');
  const configFile = join(root, 'softhsm2.conf');
  mkdirSync(tokens, { recursive: true });
  writeFileSync(configFile, softhsmConfig(tokens));
  const inside = (key: KeyRecord): string => join(tokens, key.tokenName ?? '');
  const outside = (key: KeyRecord): string => join(restingPlace(dataDir, key.id), key.tokenName ?? '');
  return {
    configFile,
    isPlugged: (key) => key.tokenName !== undefined && existsSync(inside(key)),
    plug: (key) => moveUnlessDone(outside(key), inside(key)),
    pull: (key) => moveUnlessDone(inside(key), outside(key)),
  };
}

function moveUnlessDone(from: string, to: string): void {
  if (!existsSync(to)) renameSync(from, to);
}

export function softhsmConfig(tokens: string): string {
  return [
    `directories.tokendir = ${tokens}`,
    'objectstore.backend = file',
    'log.level = ERROR',
    'slots.removable = true',
    '',
  ].join('\n');
}

/** The one token in a directory of tokens, by the name that SoftHSM gave it. */
export function onlyTokenIn(tokens: string): string {
  const [name, ...more] = readdirSync(tokens);
  if (name === undefined || more.length > 0) throw new Error(`${tokens}: one token expected`);
  return name;
}
