import { createHash } from 'node:crypto';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimsOf } from '../../native-host/testing/sign-work-order.ts';
import type { Kept } from '../../native-host/work-orders/used-orders.ts';
import { type Desk, openAuthority, openDesk, valueIn } from './campaign/desk.ts';
import { type FaultModule, openFaultModule } from './modules/fault.ts';

const fingerprintOf = (base64: string) => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');

let module: FaultModule;
let desk: Desk;
let serial: string;
let certificate: string;

beforeEach(async () => {
  module = await openFaultModule();
  desk = openDesk(module);
  ({ serial } = await module.makeKey('先记后签'));
  const made = { serial, order: 'MAKE-0001' };
  const { pin } = module;
  const terms = { pairs: [{ use: 'sign' as const, algorithm: 'p256' as const }] };
  const { requests } = valueIn(await desk.work('making.prepare', { ...made, terms }, { pin }));
  const certificates = await (await openAuthority('p256'))(requests);
  valueIn(await desk.work('making.install', made, { pin, certificates }));
  certificate = fingerprintOf(certificates[0]?.chain[0] ?? '');
  module.token.resetCounter();
});
afterEach(async () => {
  desk.close();
  await module.stop();
});

/** A signature whose order the disk is still writing down. */
function signing() {
  const disk = Promise.withResolvers<Awaited<Kept>>();
  const user = createCanceller();
  const digest = { algorithm: 'sha-256' as const, value: 'ab'.repeat(32) };
  const terms = { digest, signature: 'ecdsa-p256-sha256' as const, certificates: [certificate] };
  const claims = claimsOf({ verb: 'application.sign', serial, terms }, Date.now());
  const options = { cancellation: user.cancellation, kept: disk.promise };
  return { disk, user, answer: desk.keyring.signOnceKept({ claims, pin: module.pin }, options) };
}

const calls = (name: string) => module.token.trace().filter(({ call }) => call === name);
/** The look for the private key is the last thing before the signature. */
const isReady = () => {
  const names = module.token.trace().map(({ call }) => call);
  const login = names.indexOf('C_Login');
  return login >= 0 && names.slice(login).includes('C_FindObjectsFinal');
};
const ready = () => expect.poll(isReady, { timeout: 20_000 }).toBe(true);

it('the key is ready, and signs only when the use of its order outlives a power cut', async () => {
  const { disk, answer } = signing();
  await ready();
  expect(calls('C_Sign')).toEqual([]);
  disk.resolve(ok(undefined));
  expect(await answer).toMatchObject({ ok: true, value: { signature: 'ecdsa-p256-sha256' } });
  expect(calls('C_Sign').length).toBeGreaterThan(0);
});

it('an order that can not be remembered signs nothing, and the key is free for the next one', async () => {
  const { disk, answer } = signing();
  await ready();
  disk.resolve(fail('INTERNAL', { support: 'used orders: ENOSPC' }));
  expect(await answer).toMatchObject({ error: { code: 'INTERNAL', support: 'used orders: ENOSPC' } });
  await expect.poll(() => calls('C_CloseSession')).toHaveLength(1);
  expect(calls('C_Sign')).toEqual([]);
  const next = signing();
  next.disk.resolve(ok(undefined));
  expect(await next.answer).toMatchObject({ ok: true });
});

it('what is cancelled while the disk writes signs nothing', async () => {
  const { disk, user, answer } = signing();
  await ready();
  user.cancel();
  disk.resolve(ok(undefined));
  expect(await answer).toMatchObject({ error: { code: 'CANCELLED' } });
  await expect.poll(() => calls('C_CloseSession')).toHaveLength(1);
  expect(calls('C_Sign')).toEqual([]);
});
