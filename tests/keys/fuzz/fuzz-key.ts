/** A key that a holder uses, plugged in at a host that obeys one service. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import type { HostConfig } from '../../../native-host/config/host-config.ts';
import type { WorkOrderKey } from '../../../native-host/config/work-order-keys.ts';
import { ephemeralKey, publicText } from '../../../native-host/unlock/hpke.ts';
import { openDesk, valueIn } from '../campaign/desk.ts';
import { fingerprints } from '../faults/sign-way.ts';
import { type FaultModule, openFaultModule } from '../modules/fault.ts';
import { type Issued, openAuthority } from '../through-host/authority.ts';
import type { HostPlaces } from '../through-host/host-desk.ts';

/** SM2, so that every verb has something that it could do with it. */
const TASS = { 'sm2-family': 'tass', manufacturer: 'TASS' } as const;
const PAIRS = [
  { use: 'sign' as const, algorithm: 'sm2' as const },
  { use: 'encrypt' as const, algorithm: 'sm2' as const },
];

export interface OrderSigner {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly pinned: WorkOrderKey;
}

export interface FuzzKey {
  readonly module: FaultModule;
  readonly serial: string;
  readonly keyId: string;
  readonly pin: string;
  /** On the key, the signing one first. */
  readonly certificates: readonly Issued[];
  readonly fingerprints: readonly string[];
  /** Of the service, for administrator passwords. */
  readonly custodyKey: string;
  readonly places: HostPlaces;
  /** Both are pinned: the service is about to change from the one to the other. */
  readonly signers: readonly [OrderSigner, OrderSigner];
  remove(): Promise<void>;
}

export async function openFuzzKey(): Promise<FuzzKey> {
  const module = await openFaultModule(TASS);
  const { serial } = await module.makeKey('Fuzz');
  const dir = await mkdtemp(join(tmpdir(), 'cb-fuzz-'));
  const places = { configPath: join(dir, 'host-config.json'), dataDir: join(dir, 'data') };
  const signers = [orderSigner('fuzz-1'), orderSigner('fuzz-2')] as const;
  const config: HostConfig = {
    allowedExtensionIds: [...EXTENSION_IDS],
    useKnownModules: false,
    modules: [module.module],
    workOrderKeys: { keys: signers.map(({ pinned }) => pinned) },
  };
  await writeFile(places.configPath, JSON.stringify(config));
  const certificates = await made(module, serial);
  return {
    module,
    serial,
    keyId: `${module.module.id}:${serial}`,
    pin: module.pin,
    certificates,
    fingerprints: fingerprints(certificates),
    custodyKey: await publicText(await ephemeralKey()),
    places,
    signers,
    remove: async () => {
      await module.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

export function orderSigner(kid: string): OrderSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { kid, privateKey, pinned: { kty: 'EC', crv: 'P-256', x, y, kid } };
}

async function made(module: FaultModule, serial: string): Promise<Issued[]> {
  const desk = openDesk(module);
  const order = { serial, order: 'MADE-BEFORE' };
  const prepare = await desk.work('making.prepare', { ...order, terms: { pairs: PAIRS } }, { pin: module.pin });
  const certificates = await (await openAuthority('sm2')).issue(valueIn(prepare).requests);
  valueIn(await desk.work('making.install', order, { pin: module.pin, certificates }));
  desk.close();
  return certificates;
}
