import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createUsedOrders } from './used-orders.ts';

const SPENDER = fileURLToPath(new URL('../testing/spend-order.ts', import.meta.url));
const DAY_MS = 86_400_000;
let base: string;
let dir: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'used-orders-'));
  dir = join(base, 'state', 'used-orders');
});
afterEach(() => rm(base, { recursive: true, force: true }));

const host = (now: () => number = Date.now) => {
  const used = createUsedOrders({ dir, now });
  return {
    spend: async (jti: string) => {
      const spent = await used.spend(jti);
      return spent.ok ? spent.value.kept : spent;
    },
  };
};

it('an order is used once, in this host, in the next one and after a restart', async () => {
  const first = host();
  expect(await first.spend('order-1')).toMatchObject({ ok: true });
  expect(await first.spend('order-1')).toMatchObject({ error: { code: 'WORK_ORDER_USED' } });
  expect(await host().spend('order-1')).toMatchObject({ error: { code: 'WORK_ORDER_USED' } });
  expect(await host().spend('order-2')).toMatchObject({ ok: true });
});

it('orders that differ only in the case of a letter are two orders on every file system', async () => {
  expect(await host().spend('Order-A')).toMatchObject({ ok: true });
  expect(await host().spend('order-a')).toMatchObject({ ok: true });
  expect((await readdir(dir)).every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
});

it('of hosts that race for one order, exactly one wins', async () => {
  for (let round = 0; round < 5; round += 1) {
    const hosts = Array.from({ length: 6 }, () => fork(SPENDER, [dir, `race-${round}`], { execArgv: [] }));
    await Promise.all(hosts.map(said));
    const answers = hosts.map(said);
    for (const one of hosts) one.send('go');
    const told = await Promise.all(answers);
    expect(told.filter((word) => word === 'spent')).toHaveLength(1);
    expect(told.filter((word) => word === 'WORK_ORDER_USED')).toHaveLength(5);
  }
});

it('a host that is killed right after the order was spent leaves it spent', async () => {
  const killed = fork(SPENDER, [dir, 'killed'], { execArgv: [] });
  await said(killed);
  const answer = said(killed);
  killed.send('go');
  await answer;
  killed.kill('SIGKILL');
  expect(await host().spend('killed')).toMatchObject({ error: { code: 'WORK_ORDER_USED' } });
});

it('nobody else on this computer may look into the folder, even if it was open before', async () => {
  await host().spend('order-1');
  expect((await stat(dir)).mode & 0o777).toBe(0o700);
  await chmod(dir, 0o777);
  await host().spend('order-2');
  expect((await stat(dir)).mode & 0o777).toBe(0o700);
});

it('marks of orders long expired are swept; those of orders that a wrong clock could bring back are kept', async () => {
  await host().spend('old');
  const [old = ''] = await readdir(dir);
  await host().spend('fresh');
  const longAgo = new Date(Date.now() - 2 * DAY_MS);
  await utimes(join(dir, old), longAgo, longAgo);
  await host().spend('next');
  await expect.poll(() => readdir(dir)).not.toContain(old);
  expect(await readdir(dir)).toHaveLength(2);
  expect(await host(() => Date.now() + 3_600_000).spend('fresh')).toMatchObject({
    error: { code: 'WORK_ORDER_USED' },
  });
});

it('what cannot be remembered is not done', async () => {
  await writeFile(join(base, 'file'), '');
  const blocked = createUsedOrders({ dir: join(base, 'file', 'used-orders'), now: Date.now });
  expect(await blocked.spend('order-1')).toEqual({
    ok: false,
    error: { code: 'INTERNAL', support: 'used orders: ENOTDIR' },
  });
});

async function said(child: ChildProcess): Promise<unknown> {
  const [word] = await once(child, 'message');
  return word;
}
