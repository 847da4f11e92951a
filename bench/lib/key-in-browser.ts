/** The built extension in a Chromium, with the host of an installation that is not a world's. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import { HOST_NAME } from '@certbridge/shared/contract/native.ts';
import type { BrowserContext } from 'playwright';
import { profilePlace } from '../../native-host/register/manifest-places.ts';
import { registerHost } from '../../native-host/register/register-host.ts';
import { PARTS } from '../../scripts/build/places.ts';
import { withBuild } from '../../scripts/build/with-build.ts';
import { copyBuild } from '../../scripts/world/copy-build.ts';
import { launchBrowser } from '../../scripts/world/launch-browser.ts';
import type { HostPlaces } from '../../tests/keys/through-host/host-desk.ts';
import { type BackgroundPort, backgroundPort } from './background-port.ts';
import { type NativePorts, nativePorts } from './native-ports.ts';

/** The panel asks it for prices; nobody answers there, and keys do not need it. */
const NO_SERVICE = 'http://127.0.0.1:9';

export interface KeyInBrowser {
  /** Raw messages over a native port of the extension: browser, host, worker. */
  readonly ports: NativePorts;
  /** As the panel asks: background, native port, host, worker. */
  readonly background: BackgroundPort;
  close(): Promise<void>;
}

export async function openKeyInBrowser(dir: string, installed: HostPlaces): Promise<KeyInBrowser> {
  const [extensionDir, hostDir, profile] = [join(dir, 'extension'), join(dir, 'native-host'), join(dir, 'profile')];
  await withBuild(async (dist) => {
    await copyBuild(join(dist, PARTS.extension), extensionDir);
    await copyBuild(join(dist, PARTS.host), hostDir);
  });
  await writeFile(join(extensionDir, 'config.json'), JSON.stringify({ serviceUrl: NO_SERVICE }));
  await mkdir(profile, { recursive: true });
  await registerHost({
    manifestDirs: [profilePlace(profile).manifestDir],
    hostDir: join(dir, 'host-launcher'),
    nodePath: process.execPath,
    entry: join(hostDir, 'host.mjs'),
    configPath: installed.configPath,
    extensionIds: EXTENSION_IDS,
  });
  // The launcher is a script of the browser's own process, from which it has its environment.
  process.env['CERTBRIDGE_HOST_DATA'] = installed.dataDir;
  const context = await launchBrowser(extensionDir, { headless: true, userDataDir: profile });
  const ports = await nativePorts(context);
  await ports.open(HOST_NAME);
  await ports.watchKeys(HOST_NAME);
  return { ports, background: await openBackground(context), close: () => context.close() };
}

async function openBackground(context: BrowserContext): Promise<BackgroundPort> {
  const [worker] = context.serviceWorkers();
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL(worker?.url() ?? '').host}/extension/panel/index.html`);
  return backgroundPort(page);
}
