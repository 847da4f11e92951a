import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ToldProblem } from '../tools/told-problem.mjs';
import { ask } from './run-command.mjs';

/**
 * The Node that ships in the installers, and so the one that everything here runs on.
 *
 * @param {string} root
 * @returns {string} its path
 */
export function pinnedNode(root) {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node;
  const path = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const found = ask(path, ['--version']).text.trim();
  if (found === `v${wanted}`) return path;
  throw new ToldProblem({
    zh: `node_modules 中没有指定版本的 Node ${wanted}（现为 ${found || '无'}）。其安装脚本可能未被允许运行。`,
    en: `node_modules has no Node ${wanted} (found: ${found || 'none'}). Its install script may not have been allowed to run.`,
    details: ['npm rebuild node', 'rm -rf node_modules && npm ci --include=dev'],
  });
}
