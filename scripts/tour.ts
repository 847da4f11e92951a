import { join } from 'node:path';
import { ROOT } from './tools/root.ts';
import { runNode } from './tools/run-tool.ts';

/** `npm run tour`: walks the product as a user would, and leaves pictures in tour/. */
process.exitCode = await runNode(join(ROOT, 'tests/tour/main.ts'), process.argv.slice(2));
