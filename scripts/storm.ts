import { join } from 'node:path';
import { ROOT } from './tools/root.ts';
import { runNode } from './tools/run-tool.ts';

/** `npm run -s storm -- --seed 1`: notifications of payments over a service whose processes die. */
process.exitCode = await runNode(join(ROOT, 'tests/service/storm/main.ts'), process.argv.slice(2));
