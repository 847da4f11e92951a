import { join } from 'node:path';
import { ROOT } from './tools/root.ts';
import { runNode } from './tools/run-tool.ts';

/** `npm run -s matrix [-- MODULE …]`: what the host does with which module, one line each. */
process.exitCode = await runNode(join(ROOT, 'tests/keys/matrix/main.ts'), process.argv.slice(2));
