import { join } from 'node:path';
import { ROOT } from './tools/root.ts';
import { runNode } from './tools/run-tool.ts';

/** `npm run -s faults -- --verb renew --seed 1`: cuts the verb at each call and message; nothing may be left broken. */
process.exitCode = await runNode(join(ROOT, 'tests/keys/faults/main.ts'), process.argv.slice(2));
