import { ToldProblem } from '../tools/told-problem.mjs';
import { findBrowser, installPlaywrightChromium } from './browser.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { ensureNpmPackages } from './npm-packages.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { ensureSystemPackages } from './system.mjs';
import { CHROMIUM, COMPILERS, TESTS, WORLD } from './system-packages.mjs';

/** What is going to run: the code alone; also keys, cards and a browser; or all that and the tests. */
const SYSTEM_PACKAGES = {
  code: [],
  world: [...COMPILERS, ...WORLD, CHROMIUM],
  tests: [...COMPILERS, ...WORLD, ...TESTS, CHROMIUM],
};

/** @typedef {keyof typeof SYSTEM_PACKAGES} Needs */

/**
 * From a bare clone to a machine on which `needs` can run; quick when nothing is missing.
 *
 * @param {string} root
 * @param {Needs} needs
 * @returns {Promise<string>} the Node to go on with
 */
export async function prepare(root, needs) {
  checkNodeVersion();
  if (needs !== 'code') await ensureSystemPackages(root, SYSTEM_PACKAGES[needs]);
  await ensureNpmPackages(root);
  if (needs !== 'code' && !findBrowser(root)) await installPlaywrightChromium(root);
  return pinnedNode(root);
}

/**
 * Prepares, then goes on; a problem ends in words and exit code 1.
 *
 * @param {string} root
 * @param {Needs} needs
 * @param {(node: string) => void} go
 */
export async function prepareAndGo(root, needs, go) {
  try {
    go(await prepare(root, needs));
  } catch (problem) {
    if (!(problem instanceof ToldProblem)) throw problem;
    console.error(problem.toText());
    process.exitCode = 1;
  }
}
