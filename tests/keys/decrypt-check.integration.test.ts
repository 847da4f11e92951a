import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueCertificate } from '../../native-host/formats/testing/issue-certificate.ts';
import { softwareSigner } from '../../native-host/formats/testing/software-signer.ts';
import { type Desk, openAuthority, openDesk, valueIn } from './campaign/desk.ts';
import { type FaultModule, openFaultModule } from './modules/fault.ts';
import { inProcess } from './modules/initialise-key.ts';
import type { TestKey } from './modules/test-module.ts';

/** It opens RSA and SM2, and agrees on no key with P-256 (C_DeriveKey). */
const SM2_TOO = { 'sm2-family': 'tass', manufacturer: 'TASS' } as const;
const [CKA_CLASS, CKA_TOKEN, CKA_VALUE, CKA_TYPE, CKA_SUBJECT, CKA_ID] = [0, 1, 0x11, 0x80, 0x101, 0x102];
let module: FaultModule;
let key: TestKey;
let desk: Desk;

beforeEach(async () => {
  module = await openFaultModule(SM2_TOO);
  key = await module.makeKey('Decrypt');
  desk = openDesk(module);
});
afterEach(async () => {
  desk.close();
  await module.stop();
});

async function makePair(algorithm: 'p256' | 'rsa-2048' | 'sm2'): Promise<void> {
  const order = { serial: key.serial, order: `MAKE-${algorithm}` };
  const pairs = [{ use: 'encrypt' as const, algorithm }];
  const { requests } = valueIn(await desk.work('making.prepare', { ...order, terms: { pairs } }, { pin: desk.pin }));
  const certificates = await (await openAuthority(algorithm))(requests);
  valueIn(await desk.work('making.install', order, { pin: desk.pin, certificates }));
}

/** A certificate whose key is on no token. */
async function writeCertificate(publicKey: Uint8Array, id: number): Promise<void> {
  const signer = softwareSigner('ecdsa-p256-sha256');
  const name = Buffer.from('3000', 'hex');
  const der = await issueCertificate({ subject: name, publicKey, uses: ['encrypt'], issuer: { name, signer } });
  await inProcess(module, async (p11) => {
    const [slot = Buffer.alloc(0)] = await p11.slots();
    await p11.call('C_CreateObject', await p11.session(slot, module.pin), [
      { type: CKA_CLASS, value: 1 },
      { type: CKA_TOKEN, value: true },
      { type: CKA_TYPE, value: 0 },
      { type: CKA_SUBJECT, value: name },
      { type: CKA_ID, value: Buffer.of(id) },
      { type: CKA_VALUE, value: Buffer.from(der) },
    ]);
  });
}

const spki = (namedCurve: string) =>
  generateKeyPairSync('ec', { namedCurve }).publicKey.export({ format: 'der', type: 'spki' });
const check = async (pin = desk.pin) => valueIn(await desk.work('decrypt.check', { serial: key.serial }, { pin }));

describe('whether old bids can still be opened', () => {
  it('is answered for each certificate by itself', async () => {
    await makePair('rsa-2048');
    await makePair('sm2');
    await makePair('p256');
    await writeCertificate(spki('P-384'), 7);
    await writeCertificate(
      generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'der', type: 'spki' }),
      8,
    );
    const answers = (await check()).certificates.map(({ fingerprint: _its, ...answer }) => answer);
    expect(answers).toHaveLength(5);
    expect(answers).toEqual(
      expect.arrayContaining([
        { result: 'opens' },
        { result: 'not-tried', reason: 'driver-cannot-open' },
        { result: 'not-tried', reason: 'unknown-algorithm' },
        { result: 'does-not-open', reason: 'no-private-key' },
      ]),
    );
    expect(answers.filter(({ result }) => result === 'opens')).toHaveLength(2);
  });

  it('a driver that promised what it has not is named for that certificate only', async () => {
    await makePair('rsa-2048');
    await makePair('sm2');
    module.token.setFaults(['call=C_DecryptInit nth=1 count=since-set do=return:0x70']);
    expect((await check()).certificates.map(({ result }) => result)).toEqual(['not-tried', 'opens']);
  });

  it('with nothing to try, no password is used', async () => {
    await makePair('p256');
    module.token.resetCounter();
    expect((await check('wrong-pin')).certificates).toMatchObject([{ reason: 'driver-cannot-open' }]);
    expect(module.token.trace().filter(({ call }) => call === 'C_Login')).toEqual([]);
  });
});
