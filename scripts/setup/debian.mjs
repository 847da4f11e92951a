import { ToldProblem } from '../tools/told-problem.mjs';
import { onPath } from './on-path.mjs';
import { ask, runVisibly } from './run-command.mjs';
import { say } from './say.mjs';

/** Another apt may hold the lock (a fresh machine updates itself): wait for it, at most this many seconds. */
const APT_LOCK_WAIT_S = 300;

export function hasApt() {
  return onPath('apt-get') !== undefined && onPath('dpkg-query') !== undefined;
}

/**
 * @param {readonly string[]} names
 * @returns {string[]} those that dpkg does not know as installed
 */
export function notInstalled(names) {
  // dpkg-query fails when it does not know one of the names, and still answers for the others.
  const { text } = ask('dpkg-query', ['--show', `--showformat=\${Package} \${db:Status-Status}\n`, ...names]);
  const installed = new Set(
    text
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !installed.has(name));
}

/**
 * @param {readonly string[]} names what is going to be installed
 * @returns {Promise<boolean>} whether the lists of packages could be refreshed
 */
export async function refreshPackageLists(names) {
  const [command, ...args] = asRoot(['apt-get', '-q', 'update'], names);
  return (await runVisibly(command, args)) === 0;
}

/** @param {readonly string[]} names */
export async function installPackages(names) {
  const install = ['apt-get', '-q', '-y', '--no-install-recommends'];
  const [command, ...args] = asRoot(
    [...install, '-o', `DPkg::Lock::Timeout=${APT_LOCK_WAIT_S}`, 'install', ...names],
    names,
  );
  if ((await runVisibly(command, args)) === 0) return;
  throw new ToldProblem({
    zh: `apt 未能安装：${names.join(' ')}（原因见上方输出）。`,
    en: `apt could not install: ${names.join(' ')} (its own words are above).`,
    details: byHand(names),
  });
}

/** Ubuntu's package of that name is only a pointer to a snap. @param {string} name */
export function isRealPackage(name) {
  const candidate = /Candidate: (\S+)/.exec(ask('apt-cache', ['policy', name]).text)?.[1] ?? '(none)';
  return candidate !== '(none)' && !candidate.includes('snap');
}

/** @param {readonly string[]} names */
function byHand(names) {
  return ['sudo apt-get update', `sudo apt-get install --no-install-recommends ${names.join(' ')}`];
}

/**
 * @param {readonly string[]} command
 * @param {readonly string[]} names what to install by hand when there is no right to do it
 * @returns {[string, ...string[]]}
 */
function asRoot(command, names) {
  const quietly = /** @type {const} */ (['env', 'DEBIAN_FRONTEND=noninteractive']);
  if (process.getuid?.() === 0) return [...quietly, ...command];
  const withoutPassword = onPath('sudo') !== undefined && ask('sudo', ['-n', 'true']).ok;
  if (withoutPassword || (onPath('sudo') && process.stdin.isTTY)) {
    if (!withoutPassword) say('sudo 将询问您的登录密码。', 'sudo will ask for your own password.');
    return ['sudo', ...quietly, ...command];
  }
  throw new ToldProblem({
    zh: '缺少系统软件包，而当前用户无权安装（不是 root，也不能使用 sudo）。请由管理员执行：',
    en: 'System packages are missing, and this user may not install them (not root, no sudo). Ask an administrator to run:',
    details: byHand(names),
  });
}
