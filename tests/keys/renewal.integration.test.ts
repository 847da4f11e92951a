import { createHash } from 'node:crypto';
import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Certificates,
  type Desk,
  type Issue,
  openAuthority,
  openDesk,
  type Pair,
  valueIn,
} from './campaign/desk.ts';
import { openFaultModule } from './modules/fault.ts';
import { openTestModule } from './modules/open-test-module.ts';
import type { TestKey, TestModule, TestModuleKind } from './modules/test-module.ts';

const CASES: readonly (readonly [TestModuleKind, KeyAlgorithm])[] = [
  ['softhsm2', 'rsa-2048'],
  ['softhsm2', 'p256'],
  ['fault', 'sm2'],
  ['opensc', 'rsa-2048'],
  ['opencryptoki', 'rsa-2048'],
  ['nss', 'p256'],
];
const SM2_KEY = { 'sm2-family': 'tass', manufacturer: 'TASS' } as const;
const fingerprint = (base64: string) => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');

describe.each(CASES)('a key of %s with %s', (kind, algorithm) => {
  let module: TestModule;
  let key: TestKey;
  let desk: Desk;
  let issue: Issue;
  let old: Certificates;
  const pairs: Pair[] = [
    { use: 'sign', algorithm },
    { use: 'encrypt', algorithm },
  ];
  const certificates = () => old.map(({ chain: [own = ''] }) => fingerprint(own));

  beforeAll(async () => {
    module = kind === 'fault' ? await openFaultModule(SM2_KEY) : await openTestModule(kind);
    key = await module.makeKey('Renewal');
    desk = openDesk(module);
    issue = await openAuthority(algorithm);
  });
  afterAll(async () => {
    desk.close();
    await module.stop();
  });

  it('is made: pairs, requests, certificates, and a receipt by the new key', async () => {
    const claims = { serial: key.serial, order: 'MAKE-0001' };
    const { requests } = valueIn(await desk.work('making.prepare', { ...claims, terms: { pairs } }, { pin: desk.pin }));
    expect(requests.map(({ use }) => use)).toEqual(['sign', 'encrypt']);
    old = await issue(requests);
    const install = (seal: { sealImage?: string }) =>
      desk.work('making.install', claims, { pin: desk.pin, certificates: old, ...seal });
    const sealed = await install({ sealImage: Buffer.from('seal').toString('base64') });
    if (kind === 'nss') expect(sealed).toMatchObject({ error: { code: 'CAPABILITY_MISSING' } });
    else expect(sealed).toMatchObject({ ok: true });
    expect(await install({})).toMatchObject({ ok: true });
  });

  it('signs an application that its work order names', async () => {
    const terms = {
      digest: {
        algorithm: algorithm === 'sm2' ? ('sm3' as const) : ('sha-256' as const),
        value: createHash('sha256').update('application').digest('hex'),
      },
      certificates: certificates().slice(0, 1),
    };
    const signed = await desk.work('application.sign', { serial: key.serial, terms }, { pin: desk.pin });
    expect(signed).toMatchObject({ ok: true });
  });

  it('is renewed beside what it has, twice prepared being once made', async () => {
    const claims = { serial: key.serial, order: 'RENEW-0001' };
    const terms = { pairs, certificates: certificates() };
    valueIn(await desk.work('renewal.prepare', { ...claims, terms }, { pin: desk.pin }));
    const again = valueIn(await desk.work('renewal.prepare', { ...claims, terms }, { pin: desk.pin }));
    const keyId = `${module.module.id}:${key.serial}`;
    const state = () => desk.keyring.onKey('renewal.state', { keyId, order: claims.order }, {});
    expect(valueIn(await state())).toMatchObject({ state: 'pairs-made' });
    const renewed = await issue(again.requests);
    for (const _onceAndAgain of [1, 2]) {
      const installed = await desk.work('renewal.install', claims, { pin: desk.pin, certificates: renewed });
      expect(installed).toMatchObject({ ok: true });
    }
    expect(valueIn(await state())).toMatchObject({ state: 'installed' });
    const check = valueIn(await desk.work('decrypt.check', { serial: key.serial }, { pin: desk.pin }));
    expect(check.certificates.map(({ result }) => result)).toEqual(['opens', 'opens']);
  });

  it('gives up the old signing pair on order, and the encryption pair only on the holder’s word', async () => {
    const claims = { serial: key.serial, order: 'RENEW-0001' };
    const [sign = '', encrypt = ''] = certificates();
    const retire = (how: 'delete-signing-pair' | 'delete-both-on-holders-word') =>
      desk.work(
        'renewal.retire',
        { ...claims, terms: { retire: how, certificates: [sign, encrypt] } },
        { pin: desk.pin },
      );
    expect(valueIn(await retire('delete-signing-pair'))).toEqual({ deleted: [sign], kept: [encrypt] });
    const check = valueIn(await desk.work('decrypt.check', { serial: key.serial }, { pin: desk.pin }));
    expect(check.certificates.every(({ result }) => result === 'opens')).toBe(true);
    expect(valueIn(await retire('delete-both-on-holders-word'))).toEqual({ deleted: [sign, encrypt], kept: [] });
  });
});
