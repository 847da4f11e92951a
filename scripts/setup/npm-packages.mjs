import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ToldProblem } from '../tools/told-problem.mjs';
import { runVisibly } from './run-command.mjs';
import { say } from './say.mjs';
import { ensureSystemPackages } from './system.mjs';
import { COMPILERS } from './system-packages.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Locked */
/** @typedef {{ packages: Record<string, Locked> }} Lockfile */

/**
 * Installs exactly what package-lock.json says, if that is not already there.
 *
 * @param {string} root
 */
export async function ensureNpmPackages(root) {
  if (isInstalled(root)) return;
  await ensureSystemPackages(root, COMPILERS);
  say(
    '正在按 package-lock.json 安装 npm 包（约一分钟）…',
    'Installing the npm packages of package-lock.json, about a minute…',
  );
  // devDependencies hold the pinned Node: a NODE_ENV=production of the caller must not leave it out.
  const [command, ...args] = npm('ci', '--include=dev', '--loglevel=error');
  const code = await runVisibly(command, args, { cwd: root, env: { ...process.env, ...nodeHeaders() } });
  if (code === 0 && isInstalled(root)) return;
  throw new ToldProblem({
    zh: '`npm ci` 未能完成（原因见上方 npm 的输出）。',
    en: "`npm ci` did not finish; npm's own words are above.",
    details: ['npm ci --include=dev'],
  });
}

/**
 * npm leaves its own record of what it installed, at the very end: it is compared, so that an install by hand counts
 * and an interrupted one does not.
 *
 * @param {string} root
 */
export function isInstalled(root) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const { packages: installed } = readLockfile(record);
  const { packages: wanted } = readLockfile(join(root, 'package-lock.json'));
  return Object.entries(wanted)
    .filter(([path]) => path.includes('node_modules/'))
    .every(([path, locked]) => matches(locked, installed[path]));
}

/**
 * @param {Locked} wanted
 * @param {Locked | undefined} found
 */
function matches(wanted, found) {
  // Optional packages are for other platforms.
  if (!found) return wanted.optional === true || wanted.devOptional === true;
  return found.version === wanted.version && found.integrity === wanted.integrity;
}

/**
 * @param {string} path
 * @returns {Lockfile}
 */
function readLockfile(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * The npm that started us, if one did: it is the one that belongs to this Node.
 *
 * @param {...string} args
 * @returns {[string, ...string[]]}
 */
export function npm(...args) {
  const cli = process.env['npm_execpath'];
  return cli?.endsWith('.js') ? [process.execPath, cli, ...args] : ['npm', ...args];
}

/**
 * node-gyp would download the headers of the Node that runs it. The addon speaks Node-API, which is the same in all of
 * them, so any headers on this machine will do: the Node that runs us may be the pinned one, which brings none.
 *
 * @returns {NodeJS.ProcessEnv}
 */
function nodeHeaders() {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map(dirname);
  const prefix = [dirname(dirname(process.execPath)), ...onPath].find((candidate) =>
    existsSync(join(candidate, 'include/node/node_api.h')),
  );
  return prefix ? { npm_config_nodedir: prefix } : {};
}
