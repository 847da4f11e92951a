import { createHash } from 'node:crypto';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimsOf } from '../../native-host/testing/sign-work-order.ts';
import { type Certificates, type Desk, openAuthority, openDesk, type Pair, valueIn } from './campaign/desk.ts';
import { takeInventory } from './faults/inventory.ts';
import { type FaultModule, openFaultModule } from './modules/fault.ts';
import type { TestKey } from './modules/test-module.ts';

const CKR_DEVICE_MEMORY = 0x31;
const PAIRS: Pair[] = [
  { use: 'sign', algorithm: 'p256' },
  { use: 'encrypt', algorithm: 'p256' },
];
let module: FaultModule;
let key: TestKey;
let desk: Desk;

beforeEach(async () => {
  module = await openFaultModule();
  key = await module.makeKey('Cut short');
  desk = openDesk(module);
});
afterEach(async () => {
  desk.close();
  await module.stop();
});

const calls = (name: string) => module.token.trace().filter(({ call }) => call === name).length;
const fingerprint = (base64: string) => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
const MAKE = () => ({ serial: key.serial, order: 'MAKE-0001', terms: { pairs: PAIRS } });

/** `whenGenerating` is called as the host says that it makes a pair. */
function prepare(whenGenerating: (pair: number, cancel: () => void) => void) {
  const canceller = createCanceller();
  let pair = 0;
  const claims = claimsOf({ verb: 'making.prepare', ...MAKE() }, Date.now());
  return desk.keyring.byOrder(
    'making.prepare',
    { claims, pin: desk.pin },
    {
      cancellation: canceller.cancellation,
      onEvent: ({ step }) => {
        if (step !== 'generating') return;
        pair += 1;
        whenGenerating(pair, () => canceller.cancel());
      },
    },
  );
}

describe('long work that its user cancels', () => {
  it('makes the pair that it was at to its end, no other, and goes on from it when asked again', async () => {
    module.token.configure({ slots: 4, 'delay-ms.C_GenerateKeyPair': 800 });
    module.token.resetCounter();
    const cancelled = await prepare((pair, cancel) => {
      if (pair === 1) cancel();
    });
    expect(cancelled).toMatchObject({ error: { code: 'CANCELLED' } });
    // In the queue behind it: when this is answered, the cancelled work has ended.
    valueIn(await desk.keyring.onKey('pin.verify', { keyId: `fault:${key.serial}`, pin: desk.pin }, {}));
    expect(calls('C_GenerateKeyPair')).toBe(1);
    const [halfWay] = (await takeInventory(module)).objects;
    expect(halfWay).toContain('cb:MAKE-0001:sign');
    valueIn(await prepare(() => undefined));
    expect(calls('C_GenerateKeyPair')).toBe(2);
    expect((await takeInventory(module)).objects.filter((object) => object.startsWith('private'))).toHaveLength(2);
  });

  it('that has not begun does nothing', async () => {
    const claims = claimsOf({ verb: 'making.prepare', ...MAKE() }, Date.now());
    const canceller = createCanceller();
    canceller.cancel();
    const { cancellation } = canceller;
    const answer = await desk.keyring.byOrder('making.prepare', { claims, pin: desk.pin }, { cancellation });
    expect(answer).toMatchObject({ ok: false });
    expect(calls('C_Login') + calls('C_GenerateKeyPair')).toBe(0);
  });
});

describe('a key without room', () => {
  it.each(['return', 'return-after'])(
    'says so when a pair does not fit (%s), and makes it once there is',
    async (how) => {
      module.token.setFaults([`call=C_GenerateKeyPair nth=2 count=since-set do=${how}:${CKR_DEVICE_MEMORY}`]);
      expect(await prepare(() => undefined)).toMatchObject({ error: { code: 'KEY_FULL' } });
      module.token.setFaults([]);
      expect(valueIn(await prepare(() => undefined)).requests).toHaveLength(2);
      expect((await takeInventory(module)).objects).toHaveLength(4);
    },
  );

  it('keeps the certificates that it has when a new one does not fit, and takes it once there is', async () => {
    const old = await made();
    const renew = { serial: key.serial, order: 'RENEW-0001' };
    const terms = { pairs: PAIRS, certificates: old };
    const { requests } = valueIn(await desk.work('renewal.prepare', { ...renew, terms }, { pin: desk.pin }));
    const certificates = await (await openAuthority('p256'))(requests);
    const install = () => desk.work('renewal.install', renew, { pin: desk.pin, certificates });
    module.token.setFaults([`call=C_CreateObject nth=2 count=since-set do=return:${CKR_DEVICE_MEMORY}`]);
    expect(await install()).toMatchObject({ error: { code: 'KEY_FULL' } });
    module.token.setFaults([]);
    expect((await takeInventory(module)).certificates).toEqual(expect.arrayContaining(old));
    valueIn(await install());
    const renewed = certificates.map(({ chain: [own = ''] }) => fingerprint(own));
    expect(new Set((await takeInventory(module)).certificates)).toEqual(new Set([...old, ...renewed]));
  });

  it('that tells its room is not begun on', async () => {
    module.token.configure({ slots: 4, memory: 5_000 });
    expect(await prepare(() => undefined)).toMatchObject({ error: { code: 'KEY_FULL' } });
    expect(calls('C_GenerateKeyPair')).toBe(0);
  });
});

describe('another key that is plugged in the middle of the work', () => {
  it('is noticed, named, and left as it is', async () => {
    const other = await module.makeKey('Other');
    module.token.pull(1);
    module.token.configure({ slots: 4, 'delay-ms.C_GenerateKeyPair': 300 });
    const swapped = await prepare((pair) => {
      if (pair === 1) module.token.plug(0, 'token1');
    });
    expect(swapped).toMatchObject({ error: { code: 'KEY_CHANGED' } });
    expect((await takeInventory(module)).objects).toEqual([]);
    expect(await desk.keyring.onKey('pin.verify', { keyId: `fault:${other.serial}`, pin: desk.pin }, {})).toMatchObject(
      { ok: true, value: { before: { state: 'ok' } } },
    );
    module.token.plug(0);
    expect(valueIn(await prepare(() => undefined)).requests).toHaveLength(2);
  });
});

/** Fingerprints of a key's own certificates. */
async function made(): Promise<string[]> {
  const order = { serial: key.serial, order: 'MAKE-0001' };
  const { requests } = valueIn(await desk.work('making.prepare', MAKE(), { pin: desk.pin }));
  const certificates: Certificates = await (await openAuthority('p256'))(requests);
  valueIn(await desk.work('making.install', order, { pin: desk.pin, certificates }));
  return certificates.map(({ chain: [own = ''] }) => fingerprint(own));
}
