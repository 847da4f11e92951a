import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HOST_NAME } from '@certbridge/shared/contract/native.ts';

export interface Registration {
  /** Folders in which browsers look for `<host name>.json`. */
  readonly manifestDirs: readonly string[];
  /** Where the launcher and the compile cache live. */
  readonly hostDir: string;
  readonly nodePath: string;
  /** The host's program: host.mjs of the build, or main.ts of the source tree. */
  readonly entry: string;
  readonly configPath: string;
  readonly extensionIds: readonly string[];
}

/** Tells the browsers where the host is and which extensions may start it. Doing it twice changes nothing. */
export async function registerHost(registration: Registration): Promise<void> {
  const { hostDir, manifestDirs, extensionIds } = registration;
  await mkdir(hostDir, { recursive: true });
  const launcher = launcherPath(hostDir);
  await writeFile(launcher, launcherText(registration));
  await chmod(launcher, 0o755);
  const manifest = `${JSON.stringify(manifestFor(launcher, extensionIds), null, 2)}\n`;
  for (const dir of manifestDirs) {
    await mkdir(dir, { recursive: true });
    await writeFile(manifestPath(dir), manifest);
  }
}

/** Takes back what `registerHost` wrote. A manifest that leads to another installation is left alone. */
export async function unregisterHost(registered: Pick<Registration, 'manifestDirs' | 'hostDir'>): Promise<void> {
  const launcher = launcherPath(registered.hostDir);
  for (const dir of registered.manifestDirs) {
    if ((await pathInManifest(dir)) === launcher) await rm(manifestPath(dir), { force: true });
  }
  await rm(launcher, { force: true });
  await rm(compileCachePath(registered.hostDir), { recursive: true, force: true });
}

export function manifestPath(dir: string): string {
  return join(dir, `${HOST_NAME}.json`);
}

export function launcherPath(hostDir: string): string {
  return join(hostDir, 'certbridge-host');
}

function compileCachePath(hostDir: string): string {
  return join(hostDir, 'compile-cache');
}

/** Chrome and its kin name extensions by origin, Firefox by id; each ignores the other's key. */
function manifestFor(launcher: string, extensionIds: readonly string[]) {
  const chromeIds = extensionIds.filter((id) => /^[a-p]{32}$/.test(id));
  const firefoxIds = extensionIds.filter((id) => !chromeIds.includes(id));
  return {
    name: HOST_NAME,
    description: 'CertBridge 证桥',
    path: launcher,
    type: 'stdio',
    ...(chromeIds.length > 0 ? { allowed_origins: chromeIds.map((id) => `chrome-extension://${id}/`) } : {}),
    ...(firefoxIds.length > 0 ? { allowed_extensions: firefoxIds } : {}),
  };
}

/** The browser starts a program, not a command line: what the host needs to know stands in this script. */
function launcherText({ hostDir, nodePath, entry, configPath }: Registration): string {
  return [
    '#!/bin/sh',
    `export CERTBRIDGE_HOST_CONFIG=${quoted(configPath)}`,
    `export NODE_COMPILE_CACHE=${quoted(compileCachePath(hostDir))}`,
    `exec ${quoted(nodePath)} ${quoted(entry)} "$@"`,
    '',
  ].join('\n');
}

/** For sh: between single quotes everything is itself, except the single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The configuration that a launcher of ours names; for the doctor, who is asked about any profile. */
export async function configPathIn(launcher: string): Promise<string | undefined> {
  const line = /^export CERTBRIDGE_HOST_CONFIG='(.*)'$/m.exec(await readFile(launcher, 'utf8'));
  return line?.[1]?.replaceAll("'\\''", "'");
}

async function pathInManifest(dir: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(manifestPath(dir), 'utf8')).path;
  } catch {
    return undefined;
  }
}
