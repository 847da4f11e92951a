import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './tools/root.ts';
import { runNode } from './tools/run-tool.ts';

/** `npm run bench -- host` runs bench/host.ts. */
const [name = '', ...args] = process.argv.slice(2);
const script = join(ROOT, 'bench', `${name}.ts`);

if (/^[a-z][a-z-]*$/.test(name) && existsSync(script)) {
  process.exitCode = await runNode(script, args);
} else {
  console.error(`✗ 没有这个测速 no such bench: "${name}"。 npm run bench -- host`);
  process.exitCode = 1;
}
