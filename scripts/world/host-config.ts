import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import type { HostConfig } from '../../native-host/config/host-config.ts';

/** The host of this world sees the sandbox's virtual keys and no driver of this computer. */
export async function writeHostConfig(path: string, modules: HostConfig['modules']): Promise<void> {
  const config: HostConfig = { allowedExtensionIds: [...EXTENSION_IDS], useKnownModules: false, modules };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(config, null, 2)}\n`);
}
