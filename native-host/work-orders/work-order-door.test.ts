import { fail, ok } from '@certbridge/shared/contract/result.ts';
import type { WorkOrderClaims } from '@certbridge/shared/contract/work-order.ts';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { settled } from '@certbridge/shared/testing/settled.ts';
import { expect, it } from 'vitest';
import { claimsOf } from '../testing/sign-work-order.ts';
import type { Kept } from './used-orders.ts';
import { type WorkOrderDoorOptions, workOrderDoor } from './work-order-door.ts';

const claims = claimsOf({ verb: 'unlock.begin', serial: 'A1' }, 0);

/** The door before a verb that writes down when it ran. */
function door(options: Partial<WorkOrderDoorOptions & { kept: Kept }> = {}) {
  const happened: string[] = [];
  const canceller = createCanceller();
  const withWorkOrder = workOrderDoor({
    check: async () => ok(claims),
    used: {
      spend: async () => {
        happened.push('spent');
        return ok({ kept: options.kept ?? Promise.resolve(ok(undefined)) });
      },
    },
    ...options,
  });
  const seen: (WorkOrderClaims | { workOrder?: string })[] = [];
  const verb = withWorkOrder('unlock.begin', async (input) => {
    happened.push('ran');
    seen.push(input.claims, input as { workOrder?: string });
    return ok({ publicKey: 'AA==', unlocking: 'x'.repeat(16) });
  });
  const context = {
    peer: { extensionId: 'x', greeted: true },
    cancellation: canceller.cancellation,
    emit: () => undefined as never,
  };
  return { happened, seen, cancel: () => canceller.cancel(), call: () => verb({ workOrder: 'a.b.c' }, context) };
}

it('the verb is given the verified claims and no order, after the order was spent', async () => {
  const { call, happened, seen } = door();
  expect(await call()).toMatchObject({ ok: true });
  expect(happened).toEqual(['spent', 'ran']);
  expect(seen[0]).toBe(claims);
  expect(seen[1]).not.toHaveProperty('workOrder');
});

it('an order that does not hold is neither spent nor run', async () => {
  const { call, happened } = door({ check: async () => fail('WORK_ORDER_EXPIRED') });
  expect(await call()).toMatchObject({ error: { code: 'WORK_ORDER_EXPIRED' } });
  expect(happened).toEqual([]);
});

it('an order whose key is not there is not spent: it serves when the right key is plugged in', async () => {
  const { call, happened } = door({ locate: async () => fail('WORK_ORDER_OTHER_KEY') });
  expect(await call()).toMatchObject({ error: { code: 'WORK_ORDER_OTHER_KEY' } });
  expect(happened).toEqual([]);
});

it('an order that was used before does not run', async () => {
  const { call, happened } = door({ used: { spend: async () => fail('WORK_ORDER_USED') } });
  expect(await call()).toMatchObject({ error: { code: 'WORK_ORDER_USED' } });
  expect(happened).toEqual([]);
});

it('a verb does not run before its order outlives a power cut, nor when it can not be remembered', async () => {
  const disk = Promise.withResolvers<Awaited<Kept>>();
  const { call, happened } = door({ kept: disk.promise });
  const answer = call();
  await settled();
  expect(happened).toEqual(['spent']);
  disk.resolve(fail('INTERNAL', { support: 'used orders: ENOSPC' }));
  expect(await answer).toMatchObject({ error: { code: 'INTERNAL', support: 'used orders: ENOSPC' } });
  expect(happened).toEqual(['spent']);
});

it('what was cancelled before it began costs no order', async () => {
  const { call, cancel, happened } = door();
  cancel();
  expect(await call()).toMatchObject({ error: { code: 'CANCELLED' } });
  expect(happened).toEqual([]);
});
