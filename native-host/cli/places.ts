import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ManifestPlace, manifestPlaces, profilePlace } from '../register/manifest-places.ts';
import type { CliArguments } from './read-arguments.ts';

/** Where a registration lives: for all browsers of this user, or inside one profile. */
export interface Installation {
  readonly hostDir: string;
  readonly configPath: string;
  readonly places: readonly ManifestPlace[];
}

export function installationFor({ dir }: Pick<CliArguments, 'dir'>): Installation {
  const hostDir = dir === undefined ? userHostDir() : join(resolve(dir), 'certbridge-host');
  const places = dir === undefined ? manifestPlaces(process.platform, homedir()) : [profilePlace(resolve(dir))];
  return { hostDir, configPath: join(hostDir, 'host-config.json'), places };
}

/** The build if there is one, since it starts faster; otherwise the source tree. */
export function hostEntry(): string {
  const built = fileURLToPath(new URL('../../dist/native-host/host.mjs', import.meta.url));
  return existsSync(built) ? built : sourceEntry();
}

export function sourceEntry(): string {
  return fileURLToPath(new URL('../main.ts', import.meta.url));
}

function userHostDir(): string {
  const data =
    process.platform === 'darwin'
      ? join(homedir(), 'Library', 'Application Support')
      : (process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'));
  return join(data, 'certbridge');
}
