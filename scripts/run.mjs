import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from './setup/hand-over.mjs';
import { prepareAndGo } from './setup/prepare.mjs';

// `node scripts/run.mjs NAME …` runs scripts/NAME.ts on the pinned Node, after setting up what that needs.
const root = fileURLToPath(new URL('..', import.meta.url));
const [name = '', ...args] = process.argv.slice(2);
const script = join(root, 'scripts', `${name}.ts`);
const NEEDS_WORLD = ['bench', 'tour'];
const NEEDS_TESTS = ['matrix', 'faults', 'fuzz'];

if (/^[a-z][a-z-]*$/.test(name) && existsSync(script)) {
  await prepareAndGo(root, needsOf(name), (node) => handOver(node, [script, ...args]));
} else {
  console.error(`✗ 没有名为“${name}”的脚本。 There is no script named "${name}".`);
  process.exitCode = 1;
}

/** @param {string} script @returns {'code' | 'world' | 'tests'} */
function needsOf(script) {
  if (NEEDS_TESTS.includes(script)) return 'tests';
  return NEEDS_WORLD.includes(script) ? 'world' : 'code';
}
