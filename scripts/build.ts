import { join, relative } from 'node:path';
import { DIST, PARTS } from './build/places.ts';
import { measureSizes } from './build/sizes.ts';
import { rebuild } from './build/with-build.ts';
import { ROOT } from './tools/root.ts';
import { table } from './tools/table.ts';

/** `npm run build`: extension, partner SDK and native host into dist/, and what they weigh. */
const began = performance.now();
await rebuild();
console.log(
  `构建完成 built: ${relative(ROOT, DIST)}/{${Object.values(PARTS).join(',')}}  ${seconds(performance.now() - began)}\n`,
);

const sizes = measureSizes(join(DIST, PARTS.extension));
console.log(
  table(
    ['gzip', 'kB', 'limit', ''],
    sizes.map(({ part, gzipBytes, limitBytes }) => [
      part,
      kilobytes(gzipBytes),
      kilobytes(limitBytes),
      gzipBytes <= limitBytes ? 'ok' : '✗ too large 超出上限',
    ]),
  ),
);
if (sizes.some(({ gzipBytes, limitBytes }) => gzipBytes > limitBytes)) process.exitCode = 1;

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
