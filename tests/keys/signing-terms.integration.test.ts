import { createHash } from 'node:crypto';
import type { SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Certificates, type Desk, openAuthority, openDesk, valueIn } from './campaign/desk.ts';
import { type FaultModule, openFaultModule } from './modules/fault.ts';
import type { TestKey } from './modules/test-module.ts';

/** A token that can sign in every form: what a key can't do is told by the key, not by the module. */
const SM2_TOO = { 'sm2-family': 'tass', manufacturer: 'TASS' } as const;
let module: FaultModule;
let key: TestKey;
let desk: Desk;

beforeAll(async () => {
  module = await openFaultModule(SM2_TOO);
  key = await module.makeKey('Terms');
  desk = openDesk(module);
});
afterAll(async () => {
  desk.close();
  await module.stop();
});

async function made(algorithm: 'p256' | 'rsa-2048' | 'sm2'): Promise<string> {
  const order = { serial: key.serial, order: `MAKE-${algorithm}` };
  const pairs = [{ use: 'sign' as const, algorithm }];
  const { requests } = valueIn(await desk.work('making.prepare', { ...order, terms: { pairs } }, { pin: desk.pin }));
  const certificates: Certificates = await (await openAuthority(algorithm))(requests);
  valueIn(await desk.work('making.install', order, { pin: desk.pin, certificates }));
  const [own = ''] = certificates[0]?.chain ?? [];
  return createHash('sha256').update(Buffer.from(own, 'base64')).digest('hex');
}

it.each([
  ['p256', 'sm2-sm3'],
  ['p256', 'rsa-pkcs1-sha256'],
  ['sm2', 'ecdsa-p256-sha256'],
  ['rsa-2048', 'sm2-sm3'],
] as const)('a certificate of %s is not asked for %s, and no try of the password is used', async (algorithm, form) => {
  const certificate = await made(algorithm);
  module.token.resetCounter();
  const sign = (signature: SignatureForm, pin: string) => {
    const digest = {
      algorithm: signature === 'sm2-sm3' ? ('sm3' as const) : ('sha-256' as const),
      value: '0'.repeat(64),
    };
    const terms = { digest, signature, certificates: [certificate] };
    return desk.work('application.sign', { serial: key.serial, terms }, { pin });
  };
  expect(await sign(form, 'wrong-pin')).toMatchObject({ error: { code: 'WORK_ORDER_TERMS' } });
  expect(module.token.trace().filter(({ call }) => call === 'C_Login')).toEqual([]);
});
