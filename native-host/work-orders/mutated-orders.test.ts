import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { type KnownOrders, orderAttacks } from '../testing/order-attacks.ts';
import { claimsOf, workOrderSigner } from '../testing/sign-work-order.ts';
import { createWorkOrderCheck } from './check-work-order.ts';

const NOW_MS = Date.UTC(2026, 0, 1);
const WANTED = { verb: 'pin.change', serial: 'A1' } as const;
const RUNS = 20_000;

let check: ReturnType<typeof createWorkOrderCheck>;
let known: KnownOrders;

beforeAll(async () => {
  const service = await workOrderSigner('test-1', () => NOW_MS);
  check = createWorkOrderCheck({ keys: service.keys, now: () => NOW_MS });
  known = {
    orders: [await service.sign(WANTED), await service.sign({ ...WANTED, serial: 'B2' })],
    claims: { ...claimsOf(WANTED, NOW_MS), jti: 'x'.repeat(20) },
    publicKey: service.publicKey,
  };
});

it('the orders that are mutated below would pass as they are', async () => {
  for (const order of known.orders) expect(await check(order, 'pin.change')).toMatchObject({ ok: true });
});

it(`of ${RUNS} mutated orders none passes, and none breaks the check`, async () => {
  await fc.assert(
    fc.asyncProperty(orderAttacks, async (attack) => {
      const result = await check(attack(known), 'pin.change');
      expect(result.ok).toBe(false);
    }),
    { numRuns: RUNS },
  );
}, 120_000);
