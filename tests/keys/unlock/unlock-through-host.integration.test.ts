import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unlockingInfo } from '@certbridge/shared/contract/sealed-so-pins.ts';
import type { ToClient } from '@certbridge/shared/contract/wire.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHostDispatcher } from '../../../native-host/host-dispatcher.ts';
import { systemClock } from '../../../native-host/system-clock.ts';
import { type WorkOrderSigner, workOrderSigner } from '../../../native-host/testing/sign-work-order.ts';
import { seal } from '../../../native-host/unlock/hpke.ts';
import { createWorkOrderCheck } from '../../../native-host/work-orders/check-work-order.ts';
import { createUsedOrders } from '../../../native-host/work-orders/used-orders.ts';
import { type FaultModule, openFaultModule } from '../modules/fault.ts';
import { NEW_PIN, openUnlockDesk, type UnlockDesk } from './unlock-desk.ts';

const WRITES = /^C_(Login|InitPIN|SetPIN|InitToken|CreateObject|DestroyObject|Generate\w+|Sign\w*)$/;

let module: FaultModule;
let serial: string;
let desk: UnlockDesk;
let service: WorkOrderSigner;
let dataDir: string;
let ask: (operation: string, input: unknown) => Promise<unknown>;

beforeEach(async () => {
  module = await openFaultModule();
  ({ serial } = await module.makeKey('Door'));
  desk = await openUnlockDesk(module.module, serial);
  service = await workOrderSigner();
  dataDir = mkdtempSync(join(tmpdir(), 'cb-host-data-'));
  const now = systemClock.now;
  const dispatcher = createHostDispatcher({
    keyring: desk.keyring,
    log: () => undefined,
    checkWorkOrder: createWorkOrderCheck({ keys: service.keys, now }),
    usedOrders: createUsedOrders({ dir: join(dataDir, 'used-orders'), now }),
    dataDir,
  });
  const waiting = new Map<string, (result: unknown) => void>();
  const line = dispatcher.connect({ extensionId: 'x', greeted: true }, (message: ToClient) => {
    if (message.type === 'reply') waiting.get(message.id)?.(message.result);
  });
  let last = 0;
  ask = (operation, input) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(String(last), resolve);
      line.receive({ type: 'request', id: String(last), operation, input });
    });
});

afterEach(async () => {
  await desk.close();
  await module.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const order = (verb: 'unlock.begin' | 'unlock.complete' | 'pin.change', more = {}) =>
  service.sign({ verb, serial, ...more });

async function begun() {
  const reply = await ask('unlock.begin', { workOrder: await order('unlock.begin') });
  expect(reply).toMatchObject({ ok: true });
  return (reply as { value: { publicKey: string; unlocking: string } }).value;
}

async function sealedFor({ publicKey, unlocking }: { publicKey: string; unlocking: string }) {
  const pins = { generation: 0, release: 1, current: module.soPin, next: '87654321' };
  const info = unlockingInfo({ serial, order: 'CB-2026-000001', channel: 'shangqiu-ggzy' });
  return seal(publicKey, new TextEncoder().encode(JSON.stringify(pins)), { info, aad: unlocking });
}

it('a key is unlocked through both doors, and each order serves once', async () => {
  const unlocking = await begun();
  const workOrder = await order('unlock.complete');
  const input = { workOrder, unlocking: unlocking.unlocking, sealed: await sealedFor(unlocking), newPin: NEW_PIN };
  expect(await ask('unlock.complete', input)).toEqual({ ok: true, value: { after: { state: 'ok' }, rotated: true } });
  expect(await ask('unlock.complete', input)).toMatchObject({ error: { code: 'WORK_ORDER_USED' } });
  expect(await ask('unlock.complete', { ...input, workOrder: await order('unlock.complete') })).toMatchObject({
    error: { code: 'SEAL_BROKEN' },
  });
});

it('with an order that does not hold, each for its own reason, no password reaches the key', async () => {
  const unlocking = await begun();
  const sealed = await sealedFor(unlocking);
  const used = await order('unlock.complete');
  const past = Math.floor(Date.now() / 1000) - 1_000;
  const stranger = await workOrderSigner('test-1');
  const altered = `${used.slice(0, -5)}${used.at(-5) === 'A' ? 'B' : 'A'}${used.slice(-4)}`;
  const claims = { aud: 'somebody-else' };
  const refusals = [
    ['WORK_ORDER_INVALID', altered],
    ['WORK_ORDER_INVALID', await stranger.sign({ verb: 'unlock.complete', serial })],
    ['WORK_ORDER_OTHER_AUDIENCE', await service.signRaw(claims)],
    ['WORK_ORDER_EXPIRED', await order('unlock.complete', { iat: past, exp: past + 60 })],
    ['WORK_ORDER_OTHER_VERB', await order('pin.change')],
    ['WORK_ORDER_OTHER_KEY', await order('unlock.complete', { serial: 'another' })],
    ['WORK_ORDER_TERMS', await order('unlock.complete', { terms: { label: 'x' } })],
  ] as const;
  module.token.resetCounter();
  for (const [code, workOrder] of refusals) {
    const input = { workOrder, unlocking: unlocking.unlocking, sealed, newPin: NEW_PIN };
    expect(await ask('unlock.complete', input), code).toMatchObject({ ok: false, error: { code } });
  }
  expect(module.token.trace().filter(({ call }) => WRITES.test(call))).toEqual([]);
});
