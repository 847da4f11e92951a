import { createHash } from 'node:crypto';
import type { Result } from '@certbridge/shared/contract/result.ts';
import { ephemeralKey, publicText } from '../../../native-host/unlock/hpke.ts';
import type { FaultModule } from '../modules/fault.ts';
import { type Certificates, type Desk, type Issue, openAuthority, openDesk, type Pair, valueIn } from './desk.ts';

/** What a user does from beginning to end, and again after a cut. */
export interface Scenario {
  readonly module: FaultModule;
  /** Forgets what an earlier run was answered: the key is as it was at first. */
  begin(): void;
  /** Runs the whole way; stops at the first error, as a user does. */
  run(desk: Desk): Promise<Result<unknown>>;
  /** What works must go on working: asked after each cut, before anything is resumed. */
  usable(desk: Desk): Promise<boolean>;
  /** The password at the end. */
  readonly pins: readonly string[];
  /** Certificates that no cut may cost: those that the key had and the way does not replace, and those it got. */
  keeps(): readonly string[];
}

export const SCENARIOS = ['renew', 'sign', 'make', 'pin'] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

const PAIRS: readonly Pair[] = [
  { use: 'sign', algorithm: 'sm2' },
  { use: 'encrypt', algorithm: 'sm2' },
];
const TASS = { 'sm2-family': 'tass', manufacturer: 'TASS' } as const;
const NEW_PIN = '730492';

export async function openScenario(
  name: ScenarioName,
  openModule: (settings: typeof TASS) => Promise<FaultModule>,
): Promise<Scenario> {
  const module = await openModule(TASS);
  const issue = onceEach(await openAuthority('sm2'));
  return name === 'make' ? makeScenario(module, issue) : keyScenario(name, { module, issue });
}

/** An authority that issues once for each public key, as ours does for each order and request. */
function onceEach(issue: Issue): Issue {
  const issued = new Map<string, Certificates>();
  return async (requests) => {
    const order = requests.map(({ use, request }) => `${use} ${publicKeyOf(request)}`).join();
    const known = issued.get(order) ?? (await issue(requests));
    issued.set(order, known);
    return known;
  };
}

/** The subject's key stands between version and attributes; its last 65 bytes are the point, the same each time. */
function publicKeyOf(request: string): string {
  const der = Buffer.from(request, 'base64');
  const point = der.indexOf(Buffer.from('03420004', 'hex'));
  return der.subarray(point, point + 68).toString('hex');
}

export const fingerprintOf = (base64: string): string =>
  createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
const fingerprints = (certificates: Certificates): string[] =>
  certificates.map(({ chain: [own = ''] }) => fingerprintOf(own));

interface Parts {
  readonly module: FaultModule;
  readonly issue: Issue;
}

async function keyScenario(name: Exclude<ScenarioName, 'make'>, { module, issue }: Parts): Promise<Scenario> {
  const { serial } = await module.makeKey('Cut');
  const { pin } = module;
  const first = openDesk(module);
  const made = { serial, order: 'MAKE-0001' };
  const prepared = valueIn(await first.work('making.prepare', { ...made, terms: { pairs: [...PAIRS] } }, { pin }));
  const old = await issue(prepared.requests);
  valueIn(await first.work('making.install', made, { pin, certificates: old }));
  first.close();
  const [oldSign = '', oldEncrypt = ''] = fingerprints(old);
  let renewed: Certificates = [];

  const sign = (desk: Desk, certificate: string, password = pin) => {
    const digest = { algorithm: 'sm3' as const, value: 'ab'.repeat(32) };
    const terms = { digest, signature: 'sm2-sm3' as const, certificates: [certificate] };
    return desk.work('application.sign', { serial, terms }, { pin: password });
  };
  const renew = async (desk: Desk): Promise<Result<unknown>> => {
    const order = { serial, order: 'RENEW-0001' };
    const terms = { pairs: [...PAIRS], certificates: [oldSign, oldEncrypt] };
    const asked = await desk.work('renewal.prepare', { ...order, terms }, { pin });
    // The old signing pair goes last of all: once it is gone, the order is past asking.
    if (!asked.ok && asked.error.code !== 'CERTIFICATE_NOT_FOUND') return asked;
    if (asked.ok) renewed = await issue(asked.value.requests);
    const installed = await desk.work('renewal.install', order, { pin, certificates: renewed });
    if (!installed.ok) return installed;
    const retire = { retire: 'delete-signing-pair' as const, certificates: [oldSign, oldEncrypt] };
    return desk.work('renewal.retire', { ...order, terms: retire }, { pin });
  };
  const changePin = async (desk: Desk): Promise<Result<unknown>> => {
    const changed = await desk.work('pin.change', { serial }, { pin, newPin: NEW_PIN });
    // A user whom the old password fails tries the new one.
    if (changed.ok || changed.error.code !== 'PIN_WRONG') return changed;
    return desk.keyring.onKey('pin.verify', { keyId: `fault:${serial}`, pin: NEW_PIN }, {});
  };
  const ways = { renew, sign: (desk: Desk) => sign(desk, oldSign), pin: changePin };
  return {
    module,
    begin: () => {
      renewed = [];
    },
    run: ways[name],
    usable: async (desk) => {
      const certificates = [oldSign, ...fingerprints(renewed).slice(0, 1)];
      for (const certificate of certificates) {
        if ((await sign(desk, certificate)).ok) return true;
      }
      return name === 'pin' && (await sign(desk, oldSign, NEW_PIN)).ok;
    },
    pins: name === 'pin' ? [NEW_PIN] : [pin],
    keeps: () => (name === 'renew' ? [oldEncrypt, ...fingerprints(renewed)] : [oldSign, oldEncrypt]),
  };
}

async function makeScenario(module: FaultModule, issue: Issue): Promise<Scenario> {
  const { serial } = await module.makeBlankKey();
  const { pin } = module;
  const custodyKey = await publicText(await ephemeralKey());
  const order = { serial, order: 'MAKE-0001' };
  let certificates: Certificates = [];
  // The desk goes on from the last answer that the service has: a password in custody is not asked for again.
  let initialised = false;
  return {
    module,
    begin: () => {
      initialised = false;
    },
    run: async (desk) => {
      const terms = { label: 'Made' };
      if (!initialised) {
        const blank = await desk.work('making.initialise', { ...order, terms }, { custodyKey, pin });
        if (!blank.ok) return blank;
        initialised = true;
      }
      const asked = await desk.work('making.prepare', { ...order, terms: { pairs: [...PAIRS] } }, { pin });
      if (!asked.ok) return asked;
      certificates = await issue(asked.value.requests);
      const sealImage = Buffer.from('seal image').toString('base64');
      return desk.work('making.install', order, { pin, certificates, sealImage });
    },
    usable: async () => true,
    pins: [pin],
    keeps: () => fingerprints(certificates),
  };
}
