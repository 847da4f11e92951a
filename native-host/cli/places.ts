import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
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

function userHostDir(): string {
  const data =
    process.platform === 'darwin'
      ? join(homedir(), 'Library', 'Application Support')
      : (process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'));
  return join(data, 'certbridge');
}
