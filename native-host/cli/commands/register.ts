import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import type { HostConfig } from '../../config/host-config.ts';
import { registerHost } from '../../register/register-host.ts';
import { installationFor } from '../places.ts';
import { type CliCommand, say } from '../terminal.ts';

export const register: CliCommand = async (given, { hostToRegister }) => {
  if (process.platform === 'win32') {
    say('Windows 上由安装程序登记。 · On Windows the installer registers the host.');
    return 1;
  }
  const { hostDir, configPath, places } = installationFor(given);
  // A browser that was never started here has no folder yet; making one would look like a broken installation to it.
  const wanted = places.filter(
    ({ scope, browserDir }) => given.dir !== undefined || (scope === 'user' && existsSync(browserDir)),
  );
  if (wanted.length === 0) {
    say(
      '没有找到浏览器的目录。 · No browser folder was found.',
      '  先打开一次浏览器再登记，或用 --dir 指明用户数据目录。 · Start the browser once, or name its user data folder with --dir.',
    );
    return 1;
  }
  if (!existsSync(configPath)) await writeDefaultConfig(configPath);
  await registerHost({
    manifestDirs: wanted.map(({ manifestDir }) => manifestDir),
    hostDir,
    nodePath: process.execPath,
    entry: hostToRegister,
    configPath,
    extensionIds: EXTENSION_IDS,
  });
  say('已登记 · Registered:', ...wanted.map(({ browser, manifestDir }) => `  ${browser}: ${manifestDir}`));
  say(`配置 · Configuration: ${configPath}`);
  return 0;
};

async function writeDefaultConfig(path: string): Promise<void> {
  const config: HostConfig = { allowedExtensionIds: [...EXTENSION_IDS], useKnownModules: true, modules: [] };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(config, null, 2)}\n`);
}
