import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { infoOf, inProcess } from './initialise-key.ts';
import type { TestModule } from './test-module.ts';

const LIBRARY = '/usr/lib/x86_64-linux-gnu/libsoftokn3.so';
const CKU_SO = 0;
/** The first slot computes; the second is the database (PKCS #11 module of NSS, "slot 2"). */
const DATABASE = 1;

/**
 * NSS's database. Its label is fixed, and it knows no SO: only while it has no password may anybody set one, as the
 * "SO" with an empty PIN.
 */
export async function openNss(): Promise<TestModule> {
  const dir = await mkdtemp(join(tmpdir(), 'cb-nss-'));
  const own = {
    kind: 'nss',
    module: {
      id: 'nss',
      name: 'NSS',
      path: LIBRARY,
      env: {},
      libraryParameters: `configdir='sql:${dir}' certPrefix='' keyPrefix='' secmod='secmod.db' flags=`,
      seesNewTokensAfter: 'polling',
    },
    pin: '648219',
    soPin: '',
    blankSoPin: '',
  } as const;
  const databaseOf = async (slots: readonly Buffer[]): Promise<Buffer> => {
    const slot = slots[DATABASE];
    if (!slot) throw new Error('no database slot');
    return slot;
  };
  return {
    ...own,
    makeBlankKey: () =>
      inProcess(own, async (p11) => ({
        serial: (await infoOf(p11, await databaseOf(await p11.slots()))).serialNumber,
      })),
    makeKey: () =>
      inProcess(own, async (p11) => {
        const slot = await databaseOf(await p11.slots());
        const session = await p11.session(slot);
        await p11.call('C_Login', session, CKU_SO, '');
        await p11.call('C_InitPIN', session, own.pin);
        return { serial: (await infoOf(p11, slot)).serialNumber };
      }),
    stop: () => rm(dir, { recursive: true, force: true }),
  };
}
