import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { MaterialStore } from '../material-store.ts';
import { listed } from './listed.ts';

/** What every store of materials promises, whatever lies behind it. */
export function storeContract(name: string, open: () => Promise<MaterialStore>): void {
  describe(`${name} keeps the contract of material stores`, () => {
    it.each([0, 1, 70_000, 1_572_864])('%i bytes come back as they were put', async (size) => {
      const store = await open();
      const bytes = randomBytes(size);
      await store.put(`sizes/${size}`, bytes);
      expect(Buffer.from((await store.get(`sizes/${size}`)) ?? 'nothing').equals(bytes)).toBe(true);
    });

    it('what is not there is undefined', async () => {
      expect(await (await open()).get('never/put')).toBeUndefined();
    });

    it('a second put replaces the first', async () => {
      const store = await open();
      await store.put('twice', Buffer.from('one, and longer'));
      await store.put('twice', Buffer.from('two'));
      expect(textOf(await store.get('twice'))).toBe('two');
    });

    it('of puts at the same time one wins whole', async () => {
      const store = await open();
      const all = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(50_000));
      await Promise.all(all.map((text) => store.put('contested', Buffer.from(text))));
      expect(all).toContain(textOf(await store.get('contested')));
      expect(await listed(store, 'contested')).toEqual(['contested']);
    });

    it('removed is gone, and removing it again is no error', async () => {
      const store = await open();
      await store.put('gone/soon', Buffer.from('x'));
      await store.remove('gone/soon');
      await store.remove('gone/soon');
      await store.remove('never/put');
      expect(await store.get('gone/soon')).toBeUndefined();
      expect(await listed(store, 'gone/')).toEqual([]);
    });

    it('lists what begins so, and only that', async () => {
      const store = await open();
      const mine = ['orders/o-1/licence', 'orders/o-1/seal/2', 'orders/o-1-2/licence'];
      for (const key of [...mine, 'orders/o-2/licence']) await store.put(key, Buffer.from(key));
      expect(await listed(store, 'orders/o-1')).toEqual([...mine].sort());
      expect(await listed(store, 'orders/o-1/')).toEqual(mine.slice(0, 2));
      expect(textOf(await store.get('orders/o-1-2/licence'))).toBe('orders/o-1-2/licence');
    });

    it.each(['', '/', 'a/', '/a', 'a//b', '../a', 'a/../b', 'a.part', 'A', 'a_b', 'a b', '名', `${'a/'.repeat(100)}a`])(
      'refuses the key "%s"',
      async (key) => {
        const store = await open();
        await expect(store.put(key, Buffer.from('x'))).rejects.toThrow(RangeError);
        await expect(store.get(key)).rejects.toThrow(RangeError);
        await expect(store.remove(key)).rejects.toThrow(RangeError);
      },
    );
  });
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && Buffer.from(bytes).toString('utf8');
}
