import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ToldProblem } from '../tools/told-problem.mjs';
import { isExecutable } from './on-path.mjs';
import { runVisibly } from './run-command.mjs';
import { say } from './say.mjs';

/**
 * A Chromium that can load an unpacked extension and start a native host. Google Chrome and Microsoft Edge no longer
 * take `--load-extension` from the command line (Chrome 137), and a snap may not start programs outside itself.
 */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium'];

/**
 * @param {string} root
 * @returns {string | undefined}
 */
export function findBrowser(root) {
  const named = process.env['CERTBRIDGE_BROWSER'];
  if (named) return namedBrowser(named);
  return PLACES.find((place) => isExecutable(place) && !isSnap(place)) ?? playwrightChromium(root);
}

/** Playwright brings its own build where the system has none. @param {string} root */
export async function installPlaywrightChromium(root) {
  const found = systemBrowsers();
  say(
    `${found.zh}；改用 Playwright 自带的 Chromium：将下载约 180 MB，并用 apt 安装它所需的系统库（可能需要 sudo）…`,
    `${found.en}: Playwright's own build is fetched, about 180 MB, and apt installs the libraries that it needs (perhaps with sudo)…`,
  );
  const cli = join(root, 'node_modules/playwright/cli.js');
  const code = await runVisibly(process.execPath, [cli, 'install', '--with-deps', '--no-shell', 'chromium']);
  if (code === 0 && findBrowser(root)) return;
  throw new ToldProblem({
    zh: '没有可用的 Chromium。请安装一个非 snap 的 Chromium，并用 CERTBRIDGE_BROWSER 指明其路径。',
    en: 'No Chromium that can load an extension. Install one that is not a snap, and name it in CERTBRIDGE_BROWSER.',
    details: ['CERTBRIDGE_BROWSER=/path/to/chromium npm start'],
  });
}

/**
 * Why none of the system's browsers will do.
 *
 * @param {readonly string[]} places
 */
export function systemBrowsers(places = PLACES) {
  const there = places.filter((place) => existsSync(place));
  if (there.length === 0) return { zh: '本系统没有安装 chromium', en: 'This system has no chromium' };
  const notSnap = there.find((place) => !isExecutable(place));
  if (notSnap) return { zh: `${notSnap} 不可执行`, en: `${notSnap} may not be executed` };
  return { zh: `${there[0]} 是 snap，无法加载扩展`, en: `${there[0]} is a snap and cannot load the extension` };
}

/** @param {string} path */
function namedBrowser(path) {
  if (isExecutable(path)) return path;
  throw new ToldProblem({
    zh: `CERTBRIDGE_BROWSER 指向的文件不存在或不可执行：${path}`,
    en: `CERTBRIDGE_BROWSER names something that cannot be run: ${path}`,
  });
}

/** Ubuntu's /usr/bin/chromium-browser is a script that only calls the snap. @param {string} path */
export function isSnap(path) {
  const real = realpathSync(path);
  if (real.includes('/snap/')) return true;
  const start = readFileSync(real).subarray(0, 4096).toString('latin1');
  return start.startsWith('#!') && /\/snap\/bin|snap install|snap run/.test(start);
}

/** @param {string} root */
function playwrightChromium(root) {
  if (!existsSync(join(root, 'node_modules/playwright-core/package.json'))) return undefined;
  const { chromium } = createRequire(join(root, 'package.json'))('playwright-core');
  const path = chromium.executablePath();
  return isExecutable(path) ? path : undefined;
}
