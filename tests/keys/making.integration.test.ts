import { execFileSync } from 'node:child_process';
import { custodyInfo } from '@certbridge/shared/contract/sealed-so-pins.ts';
import type { WorkOrderClaims } from '@certbridge/shared/contract/work-order.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { ephemeralKey, open, publicText } from '../../native-host/unlock/hpke.ts';
import { openFaultModule } from './modules/fault.ts';
import { openTestModule } from './modules/open-test-module.ts';
import type { TestModule } from './modules/test-module.ts';
import { type HostDesk, orThrow } from './through-host/host-desk.ts';
import { type Installation, install } from './through-host/installation.ts';

/** SoftHSM2 gives a token its serial when it is initialised; until then the order names it by its slot. */
const WITHOUT_SERIAL = '#0';
const ORDER = { order: 'MAKE-0007', channel: 'shangqiu-ggzy' } as const;
const PROFILE = {
  id: 'own',
  name: 'Own',
  status: 'verified',
  source: 'tests/keys',
  match: { models: ['Fault token'] },
} as const;

interface Bench {
  readonly module: TestModule;
  readonly installation: Installation;
  readonly desk: HostDesk;
}

const benches: Bench[] = [];
afterEach(async () => {
  for (const { desk, installation, module } of benches.splice(0)) {
    await desk.hangUp();
    await installation.remove();
    await module.stop();
  }
});

async function benchOf<Module extends TestModule>(module: Module, profiles: readonly { readonly id: string }[] = []) {
  const installation = await install({ modules: [module.module], profiles });
  const bench = { module, installation, desk: await installation.start() };
  benches.push(bench);
  return bench;
}

interface Making {
  readonly serial: string;
  readonly terms?: Partial<WorkOrderClaims['terms']>;
  readonly pin?: string;
}

async function initialise({ desk, module }: Bench, { serial, terms, pin = module.pin }: Making) {
  const custody = await ephemeralKey();
  const custodyKey = await publicText(custody);
  const ordered = { ...ORDER, serial: serial || WITHOUT_SERIAL, terms: { label: 'Made', custodyKey, ...terms } };
  const result = await desk.work('making.initialise', ordered, { pin });
  return { custody, result };
}

/** Of the longest that the key keeps whole. */
const LABELS = {
  softhsm2: '商丘市公共资源交易中U1',
  fault: '商丘市公共资源交易中U1',
  opencryptoki: '商丘市公共资源交易中U1',
  opensc: '商丘市公共资源1',
} as const;

describe.each(['softhsm2', 'opensc', 'opencryptoki', 'fault'] as const)('a blank key of %s', (kind) => {
  it('gets its label whole and its first passwords, and only the service can open the administrator’s', async () => {
    const bench = await benchOf(await openTestModule(kind));
    const { module, desk } = bench;
    const label = LABELS[kind];
    const { custody, result } = await initialise(bench, { ...(await module.makeBlankKey()), terms: { label } });
    const { serial, sealedSoPin } = orThrow(result);
    const soPin = await open(custody, sealedSoPin, { info: custodyInfo({ ...ORDER, serial }), aad: ORDER.order });
    const asOfficer = ['--login', '--login-type', 'so', '--so-pin', `${Buffer.from(soPin ?? [])}`];
    const words = ['--module', module.module.path, '--slot-index', '0', ...asOfficer, '--init-pin'];
    const env = { ...process.env, ...module.module.env };
    const said = execFileSync('pkcs11-tool', [...words, '--new-pin', module.pin], { env, stdio: 'pipe' });
    expect(said.toString()).toContain('User PIN successfully');
    const { keys } = orThrow(await desk.call('keys.list', {}));
    const suffix = kind === 'opensc' ? ' (UserPIN)' : '';
    expect(keys).toMatchObject([{ serial, label: label + suffix, pin: { state: 'ok' } }]);
    const keyId = keys[0]?.keyId ?? '';
    expect(await desk.call('pin.verify', { keyId, pin: module.pin })).toMatchObject({ ok: true });
  });
});

describe('a blank key', () => {
  it('stays blank when its administrator password could be sealed to nobody', async () => {
    const { module, desk } = await benchOf(await openFaultModule());
    const { serial } = await module.makeBlankKey();
    for (const custodyKey of [Buffer.alloc(65, 4).toString('base64'), undefined]) {
      const terms = { label: 'Made', ...(custodyKey ? { custodyKey } : {}) };
      const ordered = { ...ORDER, serial: serial || WITHOUT_SERIAL, terms };
      const refused = await desk.work('making.initialise', ordered, { pin: module.pin });
      expect(refused).toMatchObject({ error: { code: 'WORK_ORDER_TERMS' } });
    }
    expect(calls(module)).not.toContain('C_InitToken');
  });
});

describe('a key that is somebody’s', () => {
  it.each(['fault', 'softhsm2', 'opensc'] as const)('is not initialised: %s', async (kind) => {
    const bench = await benchOf(await openTestModule(kind));
    const key = await bench.module.makeKey('Somebody');
    const { result } = await initialise(bench, key);
    expect(result).toMatchObject({ error: { code: 'KEY_NOT_BLANK' } });
    const { keys } = orThrow(await bench.desk.call('keys.list', {}));
    expect(keys).toMatchObject([{ serial: key.serial, label: expect.stringContaining('Somebody') }]);
    const opened = await bench.desk.call('pin.verify', { keyId: keys[0]?.keyId ?? '', pin: bench.module.pin });
    expect(opened).toMatchObject({ ok: true });
  });

  it('nor when it has the same label and nothing on it, but another order made it', async () => {
    const bench = await benchOf(await openFaultModule());
    const { result } = await initialise(bench, await bench.module.makeKey('Made'));
    expect(result).toMatchObject({ error: { code: 'KEY_NOT_BLANK' } });
    expect(calls(bench.module)).not.toContain('C_InitToken');
  });

  it('is made anew when the order names it as one to wipe, with the password of delivered keys', async () => {
    const profile = { ...PROFILE, quirks: { blankSoPin: '12345678' } } as const;
    const bench = await benchOf(await openFaultModule(), [profile]);
    const [one, other] = [await bench.module.makeKey('Somebody'), await bench.module.makeKey('Other')];
    const terms = { wipeInitialised: true } as const;
    const { serial } = orThrow((await initialise(bench, { serial: one.serial, terms })).result);
    expect(serial).toBe(one.serial);
    const { keys } = orThrow(await bench.desk.call('keys.list', {}));
    expect(keys.map((key) => [key.serial, key.label])).toEqual([
      [one.serial, 'Made'],
      [other.serial, 'Other'],
    ]);
  });

  it('is left as it is when the order to wipe it names another, or its administrator’s password is not known', async () => {
    const bench = await benchOf(await openFaultModule());
    const key = await bench.module.makeKey('Somebody');
    const terms = { wipeInitialised: true } as const;
    const other = await initialise(bench, { serial: 'FT-other', terms });
    expect(other.result).toMatchObject({ error: { code: 'WORK_ORDER_OTHER_KEY' } });
    expect(calls(bench.module)).not.toContain('C_InitToken');
    const unknown = await initialise(bench, { ...key, terms });
    expect(unknown.result).toMatchObject({ error: { code: 'SO_PIN_WRONG' } });
    const { keys } = orThrow(await bench.desk.call('keys.list', {}));
    expect(keys).toMatchObject([{ serial: key.serial, label: 'Somebody' }]);
  });
});

describe('what a key of this kind does not take is refused before anything is written', () => {
  const WRITES = /^C_(Init(Token|PIN)|SetPIN|Login|CreateObject)$/;

  it('a label or a password against the rules of its profile', async () => {
    const rules = { pin: { min: 8, max: 10, characters: 'digits' }, label: { maxBytes: 12 } } as const;
    const profile = { ...PROFILE, ...rules } as const;
    const bench = await benchOf(await openFaultModule(), [profile]);
    const { serial } = await bench.module.makeBlankKey();
    const codeFor = async (label: string, password: string) => {
      const { result } = await initialise(bench, { serial, terms: { label }, pin: password });
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await codeFor('商丘交易一', '64821907')).toBe('LABEL_TOO_LONG');
    expect(await codeFor('Made', '648219')).toBe('PIN_LENGTH');
    expect(await codeFor('Made', '6482190a')).toBe('PIN_CHARACTERS');
    expect(await codeFor('Made', '11111111')).toBe('PIN_TRIVIAL');
    expect(calls(bench.module).filter((call) => WRITES.test(call))).toEqual([]);
    expect(await codeFor('商丘交易', '64821907')).toBe('ok');
  });

  it('an administrator, where there is none once there is a user', async () => {
    const profile = { ...PROFILE, quirks: { soLogin: 'while-blank' } } as const;
    const bench = await benchOf(await openFaultModule(), [profile]);
    const { result } = await initialise(bench, await bench.module.makeBlankKey());
    expect(result).toMatchObject({ error: { code: 'CAPABILITY_MISSING' } });
    expect(calls(bench.module).filter((call) => WRITES.test(call))).toEqual([]);
  });

  it('the same of NSS, whose C_InitToken would empty the database', async () => {
    const bench = await benchOf(await openTestModule('nss'));
    const { result } = await initialise(bench, await bench.module.makeBlankKey());
    expect(result).toMatchObject({
      error: { code: 'CAPABILITY_MISSING', support: expect.stringContaining('administrator') },
    });
  });
});

function calls({ token }: Awaited<ReturnType<typeof openFaultModule>>): string[] {
  return token.trace().map(({ call }) => call);
}
