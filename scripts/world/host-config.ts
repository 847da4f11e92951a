import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import type { HostConfig } from '../../native-host/config/host-config.ts';

export type WorldOfHost = Pick<HostConfig, 'modules' | 'workOrderKeys' | 'serviceUrl'>;

/** The host of this world sees the sandbox's virtual keys and no driver of this computer, and obeys this world's service. */
export async function writeHostConfig(path: string, world: WorldOfHost): Promise<void> {
  const config: HostConfig = { allowedExtensionIds: [...EXTENSION_IDS], useKnownModules: false, ...world };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(config, null, 2)}\n`);
}
