import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readRegistry } from './read-registry.ts';

/** What an administrator forbids or allows in one browser of this computer, by the policies' names. */
export interface BrowserPolicies {
  readonly browser: string;
  readonly policies: Readonly<Record<string, unknown>>;
}

export interface PolicyMachine {
  readonly platform: NodeJS.Platform;
  /** What stands before every place in the file system. */
  readonly root: string;
  /** A program's output; it rejects where there is nothing. */
  readonly run: (program: string, args: readonly string[]) => Promise<string>;
}

const thisMachine: PolicyMachine = {
  platform: process.platform,
  root: '/',
  run: async (program, args) => (await promisify(execFile)(program, [...args])).stdout,
};

/** Linux: a folder of JSON files. Windows: a key below SOFTWARE\Policies, of machine and user. macOS: a managed domain. */
const PLACES = [
  { browser: 'Google Chrome', linux: 'etc/opt/chrome', windows: 'Google\\Chrome', macos: 'com.google.Chrome' },
  { browser: 'Chromium', linux: 'etc/chromium', windows: 'Chromium', macos: 'org.chromium.Chromium' },
  { browser: 'Microsoft Edge', linux: 'etc/opt/edge', windows: 'Microsoft\\Edge', macos: 'com.microsoft.Edge' },
  { browser: 'Brave', linux: 'etc/brave', windows: 'BraveSoftware\\Brave', macos: 'com.brave.Browser' },
] as const;

/** Only what is mandatory: a recommended policy gives way to the user. */
export async function readPolicies(machine: PolicyMachine = thisMachine): Promise<BrowserPolicies[]> {
  return Promise.all(
    PLACES.map(async (place) => ({ browser: place.browser, policies: await policiesAt(place, machine) })),
  );
}

async function policiesAt(
  place: (typeof PLACES)[number],
  { platform, root, run }: PolicyMachine,
): Promise<Record<string, unknown>> {
  if (platform === 'win32') {
    const keys = ['HKCU', 'HKLM'].map((hive) => `${hive}\\SOFTWARE\\Policies\\${place.windows}`);
    const texts = await Promise.all(keys.map((key) => run('reg', ['query', key, '/s']).catch(() => '')));
    return Object.assign({}, ...texts.map((text) => readRegistry(text, place.windows)));
  }
  if (platform === 'darwin') {
    const file = join(root, 'Library/Managed Preferences', `${place.macos}.plist`);
    return asObject(await run('plutil', ['-convert', 'json', '-o', '-', file]).catch(() => ''));
  }
  const dir = join(root, place.linux, 'policies/managed');
  const names = (await readdir(dir).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(dir, name), 'utf8').catch(() => '')));
  return Object.assign({}, ...texts.map(asObject));
}

/** A file that the browser can't read either says nothing. */
function asObject(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
