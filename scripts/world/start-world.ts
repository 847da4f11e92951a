import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import type { BrowserContext } from 'playwright';
import { profilePlace } from '../../native-host/register/manifest-places.ts';
import { registerHost, unregisterHost } from '../../native-host/register/register-host.ts';
import { PARTS } from '../build/places.ts';
import { withBuild } from '../build/with-build.ts';
import { copyBuild } from './copy-build.ts';
import { writeHostConfig } from './host-config.ts';
import { type BrowserOptions, launchBrowser } from './launch-browser.ts';
import { type Processes, type ProcessOptions, startProcesses } from './start-processes.ts';
import { type UsbApi, usbApi } from './usb-api.ts';

export interface WorldOptions extends ProcessOptions {
  /** Called when the sources have changed since the last build, which then takes some seconds. */
  readonly onBuild?: () => void;
}

/** The running product: sandbox, service, the built extension and host, and browsers to use them. */
export interface World {
  readonly sandbox: Processes['sandbox'];
  readonly service: Processes['service'];
  readonly usb: UsbApi;
  /** The extension as this world's browsers load it, pointed at this world's service. */
  readonly extensionDir: string;
  readonly hostDir: string;
  readonly hostConfigPath: string;
  readonly lost: Promise<string>;
  /** Tells a browser profile where the host is; without it the extension finds none. */
  registerInProfile(userDataDir: string): Promise<void>;
  unregisterInProfile(userDataDir: string): Promise<void>;
  launchBrowser(options: BrowserOptions): Promise<BrowserContext>;
  /** Browsers first, then what they talk to. */
  stop(): Promise<void>;
}

export async function startWorld(options: WorldOptions): Promise<World> {
  const dataDir = resolve(options.dataDir);
  const extensionDir = join(dataDir, 'extension');
  const hostDir = join(dataDir, 'native-host');
  // Not inside the copied build: what Node compiled of the host stays for the next start.
  const launcherDir = join(dataDir, 'host-launcher');
  const hostConfigPath = join(dataDir, 'host-config.json');
  const built = withBuild(async (dist) => {
    await copyBuild(join(dist, PARTS.extension), extensionDir);
    await copyBuild(join(dist, PARTS.host), hostDir);
  }, options);
  const [processes] = await allOrNothing(startProcesses({ ...options, dataDir }), built);
  const { url: serviceUrl } = processes.service;
  const { workOrderKeys } = processes;
  await writeHostConfig(hostConfigPath, { modules: processes.sandbox.usb.modules, workOrderKeys, serviceUrl });
  await writeFile(join(extensionDir, 'config.json'), `${JSON.stringify({ serviceUrl }, null, 2)}\n`);

  const browsers = new Set<BrowserContext>();
  return {
    sandbox: processes.sandbox,
    service: processes.service,
    usb: usbApi(processes.sandbox.url),
    extensionDir,
    hostDir,
    hostConfigPath,
    lost: processes.lost,
    registerInProfile: (userDataDir) =>
      registerHost({
        manifestDirs: [profilePlace(userDataDir).manifestDir],
        hostDir: launcherDir,
        nodePath: process.execPath,
        entry: join(hostDir, 'host.mjs'),
        configPath: hostConfigPath,
        extensionIds: EXTENSION_IDS,
      }),
    unregisterInProfile: (userDataDir) =>
      unregisterHost({ manifestDirs: [profilePlace(userDataDir).manifestDir], hostDir: launcherDir }),
    async launchBrowser(browserOptions) {
      const browser = await launchBrowser(extensionDir, browserOptions);
      browsers.add(browser);
      browser.once('close', () => browsers.delete(browser));
      return browser;
    },
    async stop() {
      await Promise.all([...browsers].map((browser) => browser.close()));
      await processes.stop();
    },
  };
}

async function allOrNothing(starting: Promise<Processes>, building: Promise<void>): Promise<[Processes]> {
  const [processes, built] = await Promise.allSettled([starting, building]);
  if (processes.status === 'rejected') throw processes.reason;
  if (built.status === 'rejected') {
    await processes.value.stop();
    throw built.reason;
  }
  return [processes.value];
}
