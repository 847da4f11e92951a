/** Keys on SoftHSM2 at a running host: four plugged, one of them with a pair of each algorithm. */

import { fingerprints } from '../../tests/keys/faults/sign-way.ts';
import { openSofthsm2 } from '../../tests/keys/modules/softhsm2.ts';
import type { TestModule } from '../../tests/keys/modules/test-module.ts';
import { FORM_OF, openAuthority } from '../../tests/keys/through-host/authority.ts';
import { type HostDesk, orThrow } from '../../tests/keys/through-host/host-desk.ts';
import { type Installation, install } from '../../tests/keys/through-host/installation.ts';
import { type HostPort, openHostPort } from './host-port.ts';

export const KEYS = 4;
export const BENCH_ALGORITHMS = ['rsa-2048', 'p256'] as const;
export type BenchAlgorithm = (typeof BENCH_ALGORITHMS)[number];

/** Whose pair it is. */
export const benchOrder = (algorithm: BenchAlgorithm): string => `BENCH-${algorithm}`;

export interface KeyInHost {
  readonly test: TestModule;
  readonly port: HostPort;
  readonly installed: Installation['places'];
  readonly serial: string;
  readonly keyId: string;
  /** Work orders, signed before anything is timed: that is the service's work. */
  signingOrders(algorithm: BenchAlgorithm, count: number): Promise<string[]>;
  stop(): Promise<void>;
}

export async function openKeyInHost(): Promise<KeyInHost> {
  const test = await openSofthsm2();
  const [first] = [await test.makeKey('Bench 1')];
  for (let more = 2; more <= KEYS; more += 1) await test.makeKey(`Bench ${more}`);
  const installation = await install({ modules: [test.module] });
  const desk = await installation.start();
  const certificates = new Map<BenchAlgorithm, string>();
  for (const algorithm of BENCH_ALGORITHMS) {
    certificates.set(algorithm, await pairOn({ test, desk, serial: first.serial }, algorithm));
  }
  await desk.hangUp();
  const port = await openHostPort(installation.places);
  return {
    test,
    port,
    installed: installation.places,

    serial: first.serial,
    keyId: `${test.module.id}:${first.serial}`,
    signingOrders: (algorithm, count) => {
      const certificate = certificates.get(algorithm) ?? '';
      const order = () => signingOrder(installation, { serial: first.serial, algorithm, certificate });
      return Promise.all(Array.from({ length: count }, order));
    },
    stop: async () => {
      await port.close();
      await installation.remove();
      await test.stop();
    },
  };
}

type Place = Pick<KeyInHost, 'test' | 'serial'> & { readonly desk: HostDesk };

async function pairOn({ test, desk, serial }: Place, algorithm: BenchAlgorithm): Promise<string> {
  const ordered = { serial, order: benchOrder(algorithm) };
  const { pin } = test;
  const pairs = [{ use: 'sign' as const, algorithm }];
  const { requests } = orThrow(await desk.work('making.prepare', { ...ordered, terms: { pairs } }, { pin }));
  const certificates = await (await openAuthority(algorithm)).issue(requests);
  orThrow(await desk.work('making.install', ordered, { pin, certificates }));
  return fingerprints(certificates)[0] ?? '';
}

interface Signing {
  readonly serial: string;
  readonly algorithm: BenchAlgorithm;
  readonly certificate: string;
}

function signingOrder({ signer }: Installation, { serial, algorithm, certificate }: Signing): Promise<string> {
  const digest = { algorithm: 'sha-256' as const, value: 'ab'.repeat(32) };
  const terms = { digest, signature: FORM_OF[algorithm], certificates: [certificate] };
  return signer.sign({ verb: 'application.sign', serial, terms });
}
