import { buildAll } from './build-all.ts';
import { hashSources } from './source-hash.ts';

/** Started by `build-apart.ts`, which holds the build lock. */
await buildAll(hashSources());
