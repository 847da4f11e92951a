import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import type { ManifestPlace } from '../register/manifest-places.ts';
import { manifestPath } from '../register/register-host.ts';
import type { HostCommand } from './host-client.ts';
import type { Installation } from './places.ts';

export type PlaceState = 'registered' | 'not-registered' | 'unreadable' | 'launcher-missing' | 'extension-not-allowed';

export interface ExaminedPlace {
  readonly place: ManifestPlace;
  readonly state: PlaceState;
  readonly launcher?: string;
}

/** What a browser would find in that place. */
export async function examine(place: ManifestPlace): Promise<ExaminedPlace> {
  const path = manifestPath(place.manifestDir);
  if (!existsSync(path)) return { place, state: 'not-registered' };
  try {
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    const launcher = String(manifest.path);
    if (!existsSync(launcher)) return { place, state: 'launcher-missing', launcher };
    const origins = EXTENSION_IDS.map((id) => `chrome-extension://${id}/`);
    const chromium = place.browser !== 'Firefox';
    const allowed = !chromium || origins.every((origin) => manifest.allowed_origins?.includes(origin));
    return { place, state: allowed ? 'registered' : 'extension-not-allowed', launcher };
  } catch {
    return { place, state: 'unreadable' };
  }
}

export interface HostHere extends Pick<Installation, 'configPath'> {
  /** Its program. */
  readonly host: string;
}

/** As the browser starts it where it is registered; otherwise straight from here. */
export function hostCommandFor(registered: ExaminedPlace | undefined, here: HostHere): HostCommand {
  const origin = `chrome-extension://${EXTENSION_IDS[0]}/`;
  if (registered?.launcher) return { command: registered.launcher, args: [origin], env: process.env };
  return {
    command: process.execPath,
    args: [here.host, origin],
    env: { ...process.env, CERTBRIDGE_HOST_CONFIG: process.env['CERTBRIDGE_HOST_CONFIG'] ?? here.configPath },
  };
}
