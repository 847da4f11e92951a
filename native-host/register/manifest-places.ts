import { join } from 'node:path';

export interface ManifestPlace {
  readonly browser: string;
  readonly scope: 'user' | 'machine';
  /** The browser's own folder: where it is missing, the browser was never started here. */
  readonly browserDir: string;
  readonly manifestDir: string;
}

type Place = readonly [browser: string, browserDir: string, folder: string];

const CHROMIUM_KIN = 'NativeMessagingHosts';

/** Under the home folder. */
const LINUX_USER: readonly Place[] = [
  ['Google Chrome', '.config/google-chrome', CHROMIUM_KIN],
  ['Chromium', '.config/chromium', CHROMIUM_KIN],
  ['Microsoft Edge', '.config/microsoft-edge', CHROMIUM_KIN],
  ['Brave', '.config/BraveSoftware/Brave-Browser', CHROMIUM_KIN],
  ['Vivaldi', '.config/vivaldi', CHROMIUM_KIN],
  ['Firefox', '.mozilla', 'native-messaging-hosts'],
];
const LINUX_MACHINE: readonly Place[] = [
  ['Google Chrome', '/etc/opt/chrome', 'native-messaging-hosts'],
  ['Chromium', '/etc/chromium', 'native-messaging-hosts'],
  ['Microsoft Edge', '/etc/opt/edge', 'native-messaging-hosts'],
  ['Firefox', '/usr/lib/mozilla', 'native-messaging-hosts'],
];
/** Under `~/Library/Application Support` and `/Library`. */
const MACOS_USER: readonly Place[] = [
  ['Google Chrome', 'Google/Chrome', CHROMIUM_KIN],
  ['Chromium', 'Chromium', CHROMIUM_KIN],
  ['Microsoft Edge', 'Microsoft Edge', CHROMIUM_KIN],
  ['Brave', 'BraveSoftware/Brave-Browser', CHROMIUM_KIN],
  ['Vivaldi', 'Vivaldi', CHROMIUM_KIN],
  ['Firefox', 'Mozilla', CHROMIUM_KIN],
];
const MACOS_MACHINE: readonly Place[] = [
  ['Google Chrome', '/Library/Google/Chrome', CHROMIUM_KIN],
  ['Chromium', '/Library/Application Support/Chromium', CHROMIUM_KIN],
  ['Microsoft Edge', '/Library/Microsoft/Edge', CHROMIUM_KIN],
  ['Firefox', '/Library/Application Support/Mozilla', CHROMIUM_KIN],
];

/** Where the browsers of this system look for hosts. Windows keeps them in the registry, which the installer writes. */
export function manifestPlaces(platform: NodeJS.Platform, home: string): ManifestPlace[] {
  if (platform === 'darwin') {
    const support = join(home, 'Library', 'Application Support');
    return [...places(MACOS_USER, 'user', support), ...places(MACOS_MACHINE, 'machine', '/')];
  }
  if (platform === 'linux') return [...places(LINUX_USER, 'user', home), ...places(LINUX_MACHINE, 'machine', '/')];
  return [];
}

/** A profile folder of its own, as `--user-data-dir` names it, has its own list of hosts. */
export function profilePlace(profile: string): ManifestPlace {
  return { browser: profile, scope: 'user', browserDir: profile, manifestDir: join(profile, CHROMIUM_KIN) };
}

function places(list: readonly Place[], scope: ManifestPlace['scope'], base: string): ManifestPlace[] {
  return list.map(([browser, dir, folder]) => {
    const browserDir = join(base, dir);
    return { browser, scope, browserDir, manifestDir: join(browserDir, folder) };
  });
}
