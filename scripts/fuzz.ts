import { join } from 'node:path';
import { ROOT } from './tools/root.ts';
import { runNode } from './tools/run-tool.ts';

/** `npm run -s fuzz:host -- --count 1000000 --seed 1`: frames and work orders that a host must outlive, and not obey. */
process.exitCode = await runNode(join(ROOT, 'tests/keys/fuzz/main.ts'), process.argv.slice(2));
