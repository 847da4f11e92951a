import { fileURLToPath } from 'node:url';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import pkcs11js from 'pkcs11js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../native-host/system-clock.ts';
import { claimsOf } from '../../native-host/testing/sign-work-order.ts';
import { Keyring } from '../../native-host/token/keyring.ts';
import { CKR_CODES } from '../../native-host/token/pkcs11/ckr-codes.ts';
import type { CkrContext } from '../../native-host/token/pkcs11/ckr-meanings.ts';
import { errorOfCkr } from '../../native-host/token/pkcs11/ckr-table.ts';
import { driverErrorOf } from '../../native-host/token/pkcs11/driver-error.ts';
import { P256_PARAMS } from '../fixtures/fault-token/token-bench.ts';
import { OPEN_PLACE, wordsOfError } from '../support/words-of-error.ts';
import { type FaultModule, openFaultModule } from './modules/fault.ts';

const VENDORS_OWN = [0x8000_0000, 0x8000_0321, 0xe000_0001];
const CODES = [...Object.values(CKR_CODES).map(({ code }) => code), ...VENDORS_OWN];
const WORKER = fileURLToPath(new URL('../../native-host/token/worker/main.ts', import.meta.url));
const ON_TOKEN = { type: pkcs11js.CKA_TOKEN, value: true };
const PARAMS = { type: pkcs11js.CKA_EC_PARAMS, value: P256_PARAMS };

let test: FaultModule;

beforeAll(async () => {
  test = await openFaultModule();
  await test.makeKey('故障');
});
afterAll(() => test.stop());

/** The binding in this very process: what it makes of a code is half of what is tested. */
describe('each CKR code, injected', () => {
  let library: pkcs11js.PKCS11;
  let slot: Buffer;
  let session: Buffer;
  let key: Buffer;
  const before = { ...process.env };

  const generate = () =>
    library.C_GenerateKeyPair(
      session,
      { mechanism: pkcs11js.CKM_EC_KEY_PAIR_GEN },
      [ON_TOKEN, PARAMS],
      [ON_TOKEN, { type: pkcs11js.CKA_SIGN, value: true }],
    );
  const certificate = () =>
    library.C_CreateObject(session, [
      { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_CERTIFICATE },
      { type: pkcs11js.CKA_CERTIFICATE_TYPE, value: pkcs11js.CKC_X_509 },
      { type: pkcs11js.CKA_SUBJECT, value: Buffer.from('3000', 'hex') },
      { type: pkcs11js.CKA_VALUE, value: Buffer.from('3000', 'hex') },
      ON_TOKEN,
    ]);

  /** A signature that failed may leave its session busy. */
  const sign = () => {
    const own = library.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION | pkcs11js.CKF_RW_SESSION);
    try {
      library.C_SignInit(own, { mechanism: pkcs11js.CKM_ECDSA }, key);
      return library.C_Sign(own, Buffer.alloc(32, 1), Buffer.alloc(64));
    } finally {
      library.C_CloseSession(own);
    }
  };

  const STEPS: readonly { call: string; context: CkrContext; make: () => unknown }[] = [
    { call: 'C_GetTokenInfo', context: 'reading', make: () => library.C_GetTokenInfo(slot) },
    { call: 'C_OpenSession', context: 'reading', make: () => library.C_OpenSession(slot, 6) },
    { call: 'C_FindObjectsInit', context: 'reading', make: () => library.C_FindObjectsInit(session, []) },
    { call: 'C_Login', context: 'login', make: () => library.C_Login(session, pkcs11js.CKU_USER, test.pin) },
    { call: 'C_SetPIN', context: 'new-pin', make: () => library.C_SetPIN(session, test.pin, '135792') },
    { call: 'C_InitPIN', context: 'so-new-pin', make: () => library.C_InitPIN(session, '135792') },
    { call: 'C_GenerateKeyPair', context: 'writing', make: generate },
    { call: 'C_CreateObject', context: 'writing', make: certificate },
    { call: 'C_DestroyObject', context: 'writing', make: () => library.C_DestroyObject(session, key) },
    { call: 'C_Sign', context: 'signing', make: () => sign() },
  ];

  beforeAll(() => {
    Object.assign(process.env, test.module.env);
    library = new pkcs11js.PKCS11();
    library.load(test.module.path);
    library.C_Initialize({ flags: pkcs11js.CKF_OS_LOCKING_OK });
    [slot = Buffer.alloc(0)] = library.C_GetSlotList(true);
    session = library.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION | pkcs11js.CKF_RW_SESSION);
    library.C_Login(session, pkcs11js.CKU_USER, test.pin);
    key = generate().privateKey;
  });
  afterAll(() => {
    library.C_Finalize();
    for (const name of Object.keys(test.module.env)) {
      if (before[name] === undefined) delete process.env[name];
    }
  });

  it.each(STEPS)('at $call means what the table says of $context, and keeps its number', ({ call, context, make }) => {
    for (const code of CODES) {
      test.token.setFaults([`call=${call} do=return:0x${code.toString(16)}`]);
      const caught = driverErrorOf(thrownBy(make));
      expect(caught.code, call).toBe(code);
      expect(errorOfCkr(caught.code, context)).toMatchObject({
        code: errorOfCkr(code, context).code,
        support: expect.stringMatching(new RegExp(` 0x${code.toString(16)}$`, 'i')),
      });
    }
    test.token.setFaults([]);
  });
});

describe('through the real worker', () => {
  let keyring: Keyring;
  const cancellation = createCanceller().cancellation;

  beforeAll(() => {
    const options = { entry: WORKER, clock: systemClock, log: () => undefined, hangAfterMs: 8_000 };
    keyring = new Keyring([test.module], options);
  });
  afterAll(() => keyring.close());

  it('each code at the opening of a key to be read means what the table says, and the driver goes on working', async () => {
    const [key] = (await keyring.list(cancellation)).keys;
    if (!key) throw new Error('no key');
    for (const code of CODES) {
      test.token.setFaults([`call=C_OpenSession do=return:0x${code.toString(16)}`]);
      const answer = await keyring.read(key.keyId, cancellation);
      expect(answer).toMatchObject({ ok: false, error: { code: errorOfCkr(code, 'reading').code } });
    }
    test.token.setFaults([]);
    expect(await keyring.read(key.keyId, cancellation)).toMatchObject({ ok: true });
  });

  it('each code at the login means what the table says, is never tried again, and keeps its number', async () => {
    const [key] = (await keyring.list(cancellation)).keys;
    if (!key) throw new Error('no key');
    for (const code of CODES) {
      test.token.resetCounter();
      test.token.setFaults([`call=C_Login do=return:0x${code.toString(16)}`]);
      const answer = await keyring.onKey('pin.verify', { keyId: key.keyId, pin: test.pin }, { cancellation });
      const expected = errorOfCkr(code, 'login');
      expect(answer, expected.support).toMatchObject({ ok: false, error: { code: expected.code } });
      if (!answer.ok) expect(wordsOfError(answer.error)).not.toMatch(OPEN_PLACE);
      expect(test.token.trace().filter(({ call }) => call === 'C_Login')).toHaveLength(1);
    }
    test.token.setFaults([]);
    const answer = await keyring.onKey('pin.verify', { keyId: key.keyId, pin: test.pin }, { cancellation });
    expect(answer).toMatchObject({ ok: true });
  });

  it('each code at a new password means what the table says, with every value in its words', async () => {
    const [key] = (await keyring.list(cancellation)).keys;
    if (!key) throw new Error('no key');
    for (const code of CODES) {
      test.token.setFaults([`call=C_SetPIN do=return:0x${code.toString(16)}`]);
      const claims = claimsOf({ verb: 'pin.change', serial: key.serial }, Date.now());
      const answer = await keyring.byOrder('pin.change', { claims, pin: test.pin, newPin: '730492' }, { cancellation });
      const expected = errorOfCkr(code, 'new-pin');
      expect(answer, expected.support).toMatchObject({ ok: false, error: { code: expected.code } });
      if (!answer.ok) expect(wordsOfError(answer.error)).not.toMatch(OPEN_PLACE);
    }
    test.token.setFaults([]);
  });

  it('each code at the making of a pair means what the table says, and the order goes on afterwards', async () => {
    const [key] = (await keyring.list(cancellation)).keys;
    if (!key) throw new Error('no key');
    const pairs = [{ use: 'sign' as const, algorithm: 'p256' as const }];
    const prepare = (order: string) => {
      const claims = claimsOf({ verb: 'making.prepare', serial: key.serial, order, terms: { pairs } }, Date.now());
      return keyring.byOrder('making.prepare', { claims, pin: test.pin }, { cancellation });
    };
    for (const code of CODES) {
      test.token.setFaults([`call=C_GenerateKeyPair do=return:0x${code.toString(16)}`]);
      const expected = errorOfCkr(code, 'writing');
      const answer = await prepare('order-with-faults');
      expect(answer, expected.support).toMatchObject({ ok: false, error: { code: expected.code } });
      if (!answer.ok) expect(wordsOfError(answer.error)).not.toMatch(OPEN_PLACE);
    }
    test.token.setFaults([]);
    expect(await prepare('order-with-faults')).toMatchObject({ ok: true, value: { requests: [{ use: 'sign' }] } });
  });
});

function thrownBy(make: () => unknown): unknown {
  try {
    make();
  } catch (cause) {
    return cause;
  }
  throw new Error('nothing was thrown');
}
