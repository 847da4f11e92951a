import { describe, expect, test } from 'vitest';
import { type AuditRecord, chained } from '../audit-record.ts';
import { signHead } from '../signed-head.ts';
import { contents, kindsFound, newKey, soundChain } from '../testing/attacked-chain.ts';

const { key, records, heads } = soundChain();
const signed = { signatures: heads, anchors: heads };
const changed = (index: number, change: Partial<AuditRecord>) =>
  records.map((record, at) => (at === index ? { ...record, ...change } : record));

test('a chain that nobody touched has nothing wrong with it', async () => {
  expect(await kindsFound(key, { records, ...signed })).toEqual([]);
});

test.each<[keyof AuditRecord, string | null]>([
  ['at', '2026-11-23T02:00:00.999Z'],
  ['what', 'order.cancel'],
  ['about', '261123-99'],
  ['about', null],
  ['actorKind', 'staff'],
  ['actorId', 'somebody'],
  ['details', '{}'],
])('altered: %s set to %s', async (column, value) => {
  expect(await kindsFound(key, { records: changed(4, { [column]: value }), ...signed })).toEqual(['chain altered 5']);
});

describe('cut and moved', () => {
  test('one deleted in the middle', async () => {
    const without = records.filter((_, index) => index !== 4);
    expect(await kindsFound(key, { records: without, ...signed })).toEqual(['chain missing 5']);
  });

  test('one deleted and the later ones moved up', async () => {
    const moved = records
      .filter((_, index) => index !== 4)
      .map((record, index) => ({ ...record, sequence: index + 1 }));
    const found = await kindsFound(key, { records: moved, ...signed });
    expect(found).toContain('chain altered 5');
    expect(found).toContain('anchor cut-tail 20');
  });

  test('the first ones deleted', async () => {
    expect(await kindsFound(key, { records: records.slice(3), ...signed })).toContain('chain missing 1');
  });

  test('two that changed places', async () => {
    const [a, b] = [records[4], records[5]];
    if (!a || !b) throw new Error('a chain that short');
    const swapped = changed(4, { ...b, sequence: 5 }).map((record, at) => (at === 5 ? { ...a, sequence: 6 } : record));
    expect(await kindsFound(key, { records: swapped, ...signed })).toEqual(
      expect.arrayContaining(['chain altered 5', 'chain altered 6']),
    );
  });

  test('the end cut off, with its signatures: the anchor knows how far it went', async () => {
    const attacked = { records: records.slice(0, 12), signatures: heads.slice(0, 1), anchors: heads };
    expect(await kindsFound(key, attacked)).toEqual(['anchor cut-tail 20']);
  });

  test('everything deleted', async () => {
    const found = await kindsFound(key, { records: [], signatures: [], anchors: heads });
    expect(found).toEqual(['anchor cut-tail 10', 'anchor cut-tail 20']);
  });
});

describe('written anew from the 8th on, every hash right', () => {
  const forged = [...records.slice(0, 7), ...chained(records[6] ?? never(), contents(13, 'order.approve'))];

  test('the old signatures do not fit', async () => {
    expect(await kindsFound(key, { records: forged, signatures: heads, anchors: [] })).toEqual([
      'signature not-as-signed 10',
      'signature not-as-signed 20',
    ]);
  });

  test('signed with another key', async () => {
    const other = newKey();
    const again = forged.slice(-1).map((record) => signHead(other, record, new Date()));
    expect(await kindsFound(key, { records: forged, signatures: again, anchors: heads })).toEqual([
      'signature unknown-key 20',
      'anchor not-as-signed 10',
      'anchor not-as-signed 20',
    ]);
  });

  test('signatures taken from elsewhere', async () => {
    const claimed = heads.map((head) => ({ ...head, hash: forged[head.sequence - 1]?.hash ?? '' }));
    expect(await kindsFound(key, { records: forged, signatures: claimed, anchors: [] })).toEqual([
      'signature bad-signature 10',
      'signature bad-signature 20',
    ]);
  });
});

function never(): never {
  throw new Error('a chain that short');
}
