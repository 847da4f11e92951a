import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { initialiseKey } from './initialise-key.ts';
import type { Removal, TestModule } from './test-module.ts';

const LIBRARY = '/usr/lib/softhsm/libsofthsm2.so';

/** There is always one blank token. A token is pulled by moving its folder away, which only a new C_Initialize sees. */
export async function openSofthsm2(): Promise<TestModule> {
  const dir = await mkdtemp(join(tmpdir(), 'cb-softhsm-'));
  const [plugged, drawer, conf] = [join(dir, 'plugged'), join(dir, 'drawer'), join(dir, 'softhsm2.conf')];
  await Promise.all([
    mkdir(plugged),
    mkdir(drawer),
    writeFile(conf, `directories.tokendir = ${plugged}\nlog.level = ERROR\n`),
  ]);
  const own = {
    kind: 'softhsm2',
    module: {
      id: 'softhsm2',
      name: 'SoftHSM2',
      path: LIBRARY,
      env: { SOFTHSM2_CONF: conf },
      seesNewTokensAfter: 'reinitialize',
      slotEvents: 'token-folder',
    },
    pin: '648219',
    soPin: '12345678',
    blankSoPin: '12345678',
  } as const;
  const removalOf = (folder: string): Removal => ({
    pull: () => rename(join(plugged, folder), join(drawer, folder)),
    plug: () => rename(join(drawer, folder), join(plugged, folder)),
  });
  return {
    ...own,
    makeBlankKey: async () => ({ serial: '' }),
    async makeKey(label) {
      const before = new Set(await readdir(plugged));
      const serial = await initialiseKey(own, label);
      const folder = (await readdir(plugged)).find((name) => !before.has(name)) ?? '';
      return { serial, removal: removalOf(folder) };
    },
    stop: () => rm(dir, { recursive: true, force: true }),
  };
}
