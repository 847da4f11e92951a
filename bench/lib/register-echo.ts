import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';

export const ECHO_NAME = 'cn.certbridge.echo';

/** Started as our host is, by a script that execs Node, so that the two differ in nothing but the program. */
export async function writeEchoLauncher(dir: string): Promise<string> {
  const launcher = join(dir, 'certbridge-echo');
  const entry = fileURLToPath(new URL('./echo-host.mjs', import.meta.url));
  await mkdir(dir, { recursive: true });
  await writeFile(launcher, `#!/bin/sh\nexec '${process.execPath}' '${entry}' "$@"\n`);
  await chmod(launcher, 0o755);
  return launcher;
}

/** Beside ours, in the same profile. */
export async function registerEcho(userDataDir: string, launcher: string): Promise<void> {
  const dir = join(userDataDir, 'NativeMessagingHosts');
  const manifest = {
    name: ECHO_NAME,
    description: 'CertBridge bench: echo',
    path: launcher,
    type: 'stdio',
    allowed_origins: EXTENSION_IDS.map((id) => `chrome-extension://${id}/`),
  };
  await writeFile(join(dir, `${ECHO_NAME}.json`), JSON.stringify(manifest));
}
