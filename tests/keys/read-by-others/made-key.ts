import { createHash } from 'node:crypto';
import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import { openFaultModule } from '../modules/fault.ts';
import { openTestModule } from '../modules/open-test-module.ts';
import type { TestModule, TestModuleKind } from '../modules/test-module.ts';
import { type Authority, type Issued, openAuthority } from '../through-host/authority.ts';
import { type HostDesk, orThrow } from '../through-host/host-desk.ts';
import { install } from '../through-host/installation.ts';

export const MADE = 'MAKE-0009';
export const RENEWED = 'RENEW-0009';

/** A key with a pair to sign and one to encrypt, at a running host. */
export interface MadeKey {
  readonly test: TestModule;
  readonly serial: string;
  readonly desk: HostDesk;
  readonly authority: Authority;
  readonly made: readonly Issued[];
  /** In place: the new pairs stand beside the old. */
  renew(): Promise<readonly Issued[]>;
  stop(): Promise<void>;
}

export async function openMadeKey(kind: TestModuleKind, algorithm: KeyAlgorithm): Promise<MadeKey> {
  const tass = { 'sm2-family': 'tass', manufacturer: 'TASS' } as const;
  const test = kind === 'fault' ? await openFaultModule(tass) : await openTestModule(kind);
  const { pin } = test;
  const { serial } = await test.makeKey('Others');
  const installation = await install({ modules: [test.module] });
  const desk = await installation.start();
  const authority = await openAuthority(algorithm);
  const pairs = (['sign', 'encrypt'] as const).map((use) => ({ use, algorithm }));
  const ordered = { serial, order: MADE };
  const asked = orThrow(await desk.work('making.prepare', { ...ordered, terms: { pairs } }, { pin }));
  const made = await authority.issue(asked.requests);
  orThrow(await desk.work('making.install', ordered, { pin, certificates: made }));
  return {
    test,
    serial,
    desk,
    authority,
    made,
    async renew() {
      const order = { serial, order: RENEWED };
      const terms = { pairs, certificates: fingerprintsOf(made) };
      const { requests } = orThrow(await desk.work('renewal.prepare', { ...order, terms }, { pin }));
      const certificates = await authority.issue(requests);
      orThrow(await desk.work('renewal.install', order, { pin, certificates }));
      return certificates;
    },
    async stop() {
      await desk.hangUp();
      await installation.remove();
      await test.stop();
    },
  };
}

export function fingerprintsOf(issued: readonly Issued[]): string[] {
  return issued.map(({ chain: [own = ''] }) => createHash('sha256').update(Buffer.from(own, 'base64')).digest('hex'));
}
