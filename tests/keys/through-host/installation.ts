import { mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import type { HostConfig, ModuleConfig } from '../../../native-host/config/host-config.ts';
import { profilesDirFor } from '../../../native-host/profiles/load-profiles.ts';
import { type WorkOrderSigner, workOrderSigner } from '../../../native-host/testing/sign-work-order.ts';
import { type HostDesk, type HostPlaces, startHost } from './host-desk.ts';

/** The host as it is installed: its configuration, its memory, and the one service whose orders it obeys. */
export interface Installation {
  start(): Promise<HostDesk>;
  /** For a host that somebody else starts, as a browser does. */
  readonly places: HostPlaces;
  /** For a host that is asked without `HostDesk.work`. */
  readonly signer: WorkOrderSigner;
  /** Where it keeps its log, if it does. */
  readonly dataDir: string;
  /** Makes it one that has seen no work order yet. */
  forget(): Promise<void>;
  remove(): Promise<void>;
}

export interface Installed {
  readonly modules: readonly ModuleConfig[];
  /** An administrator's own, as the files that he would write. */
  readonly profiles?: readonly { readonly id: string }[];
  readonly logFile?: true;
  /** The host's program: `main.ts` of the source tree unless told. */
  readonly entry?: string | undefined;
}

export async function install({ modules, profiles = [], logFile, entry }: Installed): Promise<Installation> {
  const dir = await mkdtemp(join(tmpdir(), 'cb-installation-'));
  const signer = await workOrderSigner();
  const [configPath, dataDir] = [join(dir, 'host-config.json'), join(dir, 'data')];
  const config: HostConfig = {
    allowedExtensionIds: [...EXTENSION_IDS],
    useKnownModules: false,
    modules: [...modules],
    workOrderKeys: signer.keys,
    ...(logFile ? { logFile } : {}),
  };
  mkdirSync(profilesDirFor(configPath));
  await writeFile(configPath, JSON.stringify(config));
  for (const profile of profiles) {
    await writeFile(join(profilesDirFor(configPath), `${profile.id}.json`), JSON.stringify(profile));
  }
  return {
    signer,
    dataDir,
    places: { configPath, dataDir, entry },
    start: () => startHost({ configPath, dataDir, entry }, signer),
    forget: () => rm(dataDir, { recursive: true, force: true }),
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}
