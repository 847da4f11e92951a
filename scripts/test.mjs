import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from './setup/hand-over.mjs';
import { prepareAndGo } from './setup/prepare.mjs';

// Plain JavaScript without dependencies: it runs on any Node ≥ 20 with nothing installed.
const root = fileURLToPath(new URL('..', import.meta.url));
await prepareAndGo(root, 'tests', (node) => handOver(node, [join(root, 'scripts/test.ts'), ...process.argv.slice(2)]));
