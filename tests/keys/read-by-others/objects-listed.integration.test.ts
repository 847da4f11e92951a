import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestModuleKind } from '../modules/test-module.ts';
import { orThrow } from '../through-host/host-desk.ts';
import { fingerprintsOf, MADE, type MadeKey, openMadeKey, RENEWED } from './made-key.ts';
import { listObjects } from './pkcs11-tool.ts';

const CASES: readonly (readonly [TestModuleKind, KeyAlgorithm])[] = [
  ['softhsm2', 'p256'],
  ['opensc', 'rsa-2048'],
  ['opencryptoki', 'rsa-2048'],
  ['fault', 'sm2'],
];

describe.each(CASES)('what pkcs11-tool finds on a key of %s', (kind, algorithm) => {
  let key: MadeKey;
  beforeAll(async () => {
    key = await openMadeKey(kind, algorithm);
  });
  afterAll(() => key.stop());

  it('after making: each pair with its certificate under one id, the private keys never to leave it', async () => {
    const objects = await listObjects(key.test);
    for (const use of ['sign', 'encrypt']) {
      const ours = objects.filter(({ label }) => label === `cb:${MADE}:${use}`);
      expect(ours.map(({ type }) => type).sort()).toEqual(['Certificate', 'Private Key', 'Public Key']);
      expect(new Set(ours.map(({ id }) => id)).size).toBe(1);
      expect(ours.find(({ type }) => type === 'Private Key')?.access).toMatch(/never extractable, local/);
    }
  });

  it('after renewal and the old signing pair’s retirement: the new pairs, and of the old the one to encrypt', async () => {
    await key.renew();
    const terms = { retire: 'delete-signing-pair' as const, certificates: fingerprintsOf(key.made) };
    const order = { serial: key.serial, order: RENEWED, terms };
    orThrow(await key.desk.work('renewal.retire', order, { pin: key.test.pin }));
    const pairs = (await listObjects(key.test)).filter(({ label }) => label.startsWith('cb:'));
    const names = pairs.map(({ type, label }) => `${label} ${type}`).sort();
    const whole = [`cb:${MADE}:encrypt`, `cb:${RENEWED}:encrypt`, `cb:${RENEWED}:sign`];
    const types = ['Certificate', 'Private Key', 'Public Key'];
    expect(names).toEqual(whole.flatMap((label) => types.map((type) => `${label} ${type}`)));
  });
});
