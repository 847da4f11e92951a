import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PARTS } from '../../scripts/build/places.ts';
import { measureSizes } from '../../scripts/build/sizes.ts';
import { withBuild } from '../../scripts/build/with-build.ts';

it('what a browser loads at first stays within its limits', async () => {
  const sizes = await withBuild(async (dist) => measureSizes(join(dist, PARTS.extension)));
  expect(sizes.map(({ part, limitBytes }) => [part, limitBytes])).toEqual([
    ['content script', 8_000],
    ['background', 14_000],
    ['panel, first load', 60_000],
  ]);
  for (const { part, gzipBytes, limitBytes } of sizes) {
    expect(gzipBytes, part).toBeGreaterThan(500);
    expect(gzipBytes, part).toBeLessThanOrEqual(limitBytes);
  }
});
