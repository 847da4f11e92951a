import { ToldProblem } from '../tools/told-problem.mjs';
import { findBrowser } from './browser.mjs';
import { hasApt, installPackages, isRealPackage, notInstalled, refreshPackageLists } from './debian.mjs';
import { onPath } from './on-path.mjs';
import { say } from './say.mjs';
import { CHROMIUM } from './system-packages.mjs';

/** @typedef {import('./system-packages.mjs').SystemPackage} SystemPackage */

/**
 * Installs what is missing, or says in one list what a person has to install.
 *
 * @param {string} root
 * @param {readonly SystemPackage[]} wanted
 */
export async function ensureSystemPackages(root, wanted) {
  const missing = hasApt() ? missingOnDebian(root, wanted) : wanted.filter((one) => !isThere(root, one));
  if (missing.length === 0) return;
  if (!hasApt()) throw notOurSystem(wanted);
  const names = missing.map(({ name }) => name);
  say(
    `正在安装系统软件包（可能需要几分钟）：${names.join(' ')}`,
    'Installing system packages; this may take some minutes.',
  );
  if (!(await refreshPackageLists(names)))
    say('软件源未能全部更新，继续尝试。', 'Not every package list could be refreshed; trying on.');
  const real = names.filter((name) => name !== CHROMIUM.name || isRealPackage(name));
  if (real.length > 0) await installPackages(real);
}

/**
 * @param {string} root
 * @param {readonly SystemPackage[]} wanted
 */
function missingOnDebian(root, wanted) {
  const unknown = new Set(notInstalled(wanted.map(({ name }) => name)));
  return wanted.filter((one) => unknown.has(one.name) && !(hasOwnSign(one) && isThere(root, one)));
}

/** @param {SystemPackage} one */
function hasOwnSign(one) {
  return one === CHROMIUM || one.command !== undefined;
}

/**
 * @param {string} root
 * @param {SystemPackage} one
 */
function isThere(root, one) {
  if (one === CHROMIUM) return findBrowser(root) !== undefined;
  return one.command === undefined || onPath(one.command) !== undefined;
}

/** @param {readonly SystemPackage[]} wanted */
function notOurSystem(wanted) {
  return new ToldProblem({
    zh: '自动安装只支持 Debian 与 Ubuntu（apt）。请用本系统的软件包管理器安装下列软件（括号中为 Debian 的包名）后重试：',
    en: "Automatic set-up knows Debian and Ubuntu (apt) only. Install these with your system's package manager (Debian's names in brackets), then try again:",
    details: wanted.map(({ name, why }) => `${why} (${name})`),
  });
}
