import { describe, expect, it } from 'vitest';
import { newMasterKeyLine, parseMasterKeys } from '../../personal-data/master-key.ts';
import { masterKeyWrapper } from '../../personal-data/master-key-wrapper.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { openDiskStore } from './disk-store.ts';
import { sealedStore } from './sealed-store.ts';
import { storeContract } from './testing/store-contract.ts';

function wrapperOf(lines: string) {
  const keys = parseMasterKeys(lines);
  if (!keys) throw new Error('not keys');
  return masterKeyWrapper(keys);
}

const line = newMasterKeyLine();
const store = await openDiskStore(await temporaryFolder());
const sealed = sealedStore(store, wrapperOf(line));
const LICENCE = Buffer.from('the picture of a business licence');

storeContract('the sealed store', async () => sealed);

describe('materials at rest', () => {
  it('show nothing of what they are, and the same picture never looks the same', async () => {
    await sealed.put('rest/1', LICENCE);
    await sealed.put('rest/2', LICENCE);
    const [one, two] = [await store.get('rest/1'), await store.get('rest/2')];
    expect(Buffer.from(one ?? '').includes('licence')).toBe(false);
    expect(one).not.toEqual(two);
  });

  it('one that was moved to the key of another does not open', async () => {
    await sealed.put('orders/mine', LICENCE);
    await store.put('orders/yours', (await store.get('orders/mine')) ?? new Uint8Array());
    await expect(sealed.get('orders/yours')).rejects.toMatchObject({ code: 'SEAL_NOT_INTACT' });
  });

  it('one that was changed, cut off or put there unsealed does not open', async () => {
    await sealed.put('changed', LICENCE);
    const bytes = (await store.get('changed')) ?? new Uint8Array();
    for (const wrong of [bytes.slice(0, -1), bytes.with(-20, (bytes.at(-20) ?? 0) ^ 1), LICENCE]) {
      await store.put('changed', wrong);
      await expect(sealed.get('changed')).rejects.toMatchObject({ name: 'NotOpened' });
    }
  });

  it('open after a rotation of the master key', async () => {
    await sealed.put('rotated', LICENCE);
    const rotated = sealedStore(store, wrapperOf(`${line}${newMasterKeyLine()}`));
    expect(await rotated.get('rotated')).toEqual(LICENCE);
  });
});
