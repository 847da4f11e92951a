import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/tools/root.ts';
import { startWorld } from '../../scripts/world/start-world.ts';
import { Album } from './album.ts';
import { walkApply } from './walk-apply.ts';
import { walkFailures } from './walk-failures.ts';
import { walkKeys } from './walk-keys.ts';
import { walkLanguages } from './walk-languages.ts';
import { walkPay } from './walk-pay.ts';
import { walkPortals } from './walk-portals.ts';
import { walkQuery } from './walk-query.ts';
import { walkService } from './walk-service.ts';

/** Walks the product as a user would, in a world of its own; a later business adds its walk to the list. */
const WALKS = [walkPortals, walkKeys, walkApply, walkPay, walkQuery, walkFailures, walkLanguages, walkService];

/** `npm run tour -- --readme` renews the pictures that the README shows. */
const README_PICTURES = ['panel-with-key', 'popup-four-keys'];

const dataDir = await mkdtemp(join(tmpdir(), 'cb-tour-'));
const world = await startWorld({ dataDir, sandboxPort: 0, servicePort: 0, onLog: () => undefined });
try {
  const album = await Album.begin(join(ROOT, 'tour'));
  for (const walk of WALKS) await walk(world, album);
  if (process.argv.includes('--readme')) await renewReadme(album.folder);
  process.stdout.write(`${await album.finish()}\n`);
} finally {
  await world.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function renewReadme(folder: string): Promise<void> {
  const pictures = join(ROOT, 'docs/pictures');
  await mkdir(pictures, { recursive: true });
  for (const name of README_PICTURES) {
    await copyFile(join(folder, 'pictures', `${name}.png`), join(pictures, `${name}.png`));
  }
}
