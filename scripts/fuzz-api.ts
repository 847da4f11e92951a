import { join } from 'node:path';
import { ROOT } from './tools/root.ts';
import { runNode } from './tools/run-tool.ts';

/** `npm run -s fuzz:api -- --count 10000 --seed 1`: bad bodies for every route of the service. */
process.exitCode = await runNode(join(ROOT, 'tests/service/fuzz/main.ts'), process.argv.slice(2));
