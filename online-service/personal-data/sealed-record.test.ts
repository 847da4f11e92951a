import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type MasterKeys, newMasterKeyLine, parseMasterKeys } from './master-key.ts';
import { masterKeyWrapper } from './master-key-wrapper.ts';
import { type RecordPlace, sealedRecords } from './sealed-record.ts';

const PLACE: RecordPlace = { table: 'order', id: 'o-1', purpose: 'application' };
const PERSON = { name: '张三䶮𬭎', idNumber: '11010519491231002X', phones: ['13800138000'], none: null };

function keysOf(...lines: string[]): MasterKeys {
  const keys = parseMasterKeys(lines.join('\n'));
  if (!keys) throw new Error('not keys');
  return keys;
}

const line = newMasterKeyLine();
const records = sealedRecords(masterKeyWrapper(keysOf(line)));
const notIntact = { name: 'NotOpened', code: 'SEAL_NOT_INTACT' };

describe('a sealed record', () => {
  it('opens to what was sealed', async () => {
    expect(await records.open(PLACE, await records.seal(PLACE, PERSON))).toEqual(PERSON);
  });

  it('shows nothing of its content, and two of the same data share nothing but their head', async () => {
    const [one, two] = [await records.seal(PLACE, PERSON), await records.seal(PLACE, PERSON)];
    for (const shown of ['张三', '11010519491231002X', '13800138000']) {
      expect(Buffer.from(one).includes(shown)).toBe(false);
    }
    const head = 2 + 'k-00000000'.length + 2;
    const same = one.slice(head).filter((byte, at) => byte === two[head + at]).length;
    // By chance one byte in 256 is equal.
    expect(same).toBeLessThan(one.length / 8);
  });

  it.each<RecordPlace>([
    { ...PLACE, table: 'draft' },
    { ...PLACE, id: 'o-2' },
    { ...PLACE, purpose: 'invoice' },
    { table: 'ordero', id: '-1', purpose: 'application' },
  ])('does not open as $table / $id / $purpose', async (other) => {
    const sealed = await records.seal(PLACE, PERSON);
    await expect(records.open(other, sealed)).rejects.toMatchObject(notIntact);
  });

  it('does not open when any of its bytes was changed, cut off or added', async () => {
    const sealed = await records.seal(PLACE, { a: 1 });
    for (let at = 0; at < sealed.length; at++) {
      const changed = Uint8Array.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      await expect(records.open(PLACE, changed), `byte ${at}`).rejects.toMatchObject({ name: 'NotOpened' });
      await expect(records.open(PLACE, sealed.slice(0, at)), `cut at ${at}`).rejects.toMatchObject(notIntact);
    }
    await expect(records.open(PLACE, Buffer.concat([sealed, randomBytes(1)]))).rejects.toMatchObject(notIntact);
  });

  it('costs less than a hundred bytes beside its JSON', async () => {
    const sealed = await records.seal(PLACE, PERSON);
    expect(sealed.length - Buffer.byteLength(JSON.stringify(PERSON))).toBeLessThan(100);
  });
});

describe('rotation of the master key', () => {
  const newer = newMasterKeyLine();

  it('opens what the older key sealed, and seals with the newest', async () => {
    const old = await records.seal(PLACE, PERSON);
    const rotated = sealedRecords(masterKeyWrapper(keysOf(line, newer)));
    expect(await rotated.open(PLACE, old)).toEqual(PERSON);
    const fresh = await rotated.seal(PLACE, PERSON);
    const newestAlone = sealedRecords(masterKeyWrapper(keysOf(newer)));
    expect(await newestAlone.open(PLACE, fresh)).toEqual(PERSON);
  });

  it('a record under a key that was taken away says so, and is not called damaged', async () => {
    const old = await records.seal(PLACE, PERSON);
    const without = sealedRecords(masterKeyWrapper(keysOf(newer)));
    await expect(without.open(PLACE, old)).rejects.toMatchObject({ code: 'MASTER_KEY_UNKNOWN' });
  });

  it('another key of the same name does not open it', async () => {
    const old = await records.seal(PLACE, PERSON);
    const impostor = `${line.split(' ')[0]} ${randomBytes(32).toString('base64')}`;
    const other = sealedRecords(masterKeyWrapper(keysOf(impostor)));
    await expect(other.open(PLACE, old)).rejects.toMatchObject(notIntact);
  });
});
