import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtension } from './build-extension.ts';
import { buildHost } from './build-host.ts';
import { buildSdk } from './build-sdk.ts';
import { DIST, PARTS, STAGING, STAMP } from './places.ts';

/** Builds everything aside, then puts it in place: `dist` is always one whole build. The caller holds the build lock. */
export async function buildAll(sources: string): Promise<void> {
  await mkdir(STAGING, { recursive: true });
  const staging = await mkdtemp(join(STAGING, 'new-'));
  try {
    await buildExtension(join(staging, PARTS.extension));
    await buildSdk(join(staging, PARTS.sdk));
    await buildHost(join(staging, PARTS.host));
    await writeFile(join(staging, STAMP), `${sources}\n`);
    await rm(DIST, { recursive: true, force: true });
    await rename(staging, DIST);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
