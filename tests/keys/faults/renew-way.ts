import type { Issued } from '../through-host/authority.ts';
import type { HostDesk } from '../through-host/host-desk.ts';
import type { MadeKey } from './made-key.ts';
import { fingerprints, signsWith } from './sign-way.ts';
import { type Attempt, type KeyAtStart, pairsOf, type Way } from './way.ts';

export interface RenewWay extends Way {
  begin(): Attempt & { renewed(): Issued[] };
}

/** The holder renews both certificates, and gives the old signing pair up. */
export function renewWay(
  { test, serial, algorithm }: KeyAtStart,
  { authority, certificates }: MadeKey,
  order = 'RENEW-0001',
): RenewWay {
  const old = fingerprints(certificates);
  const [oldSign = '', oldEncrypt = ''] = old;
  const { pin } = test;
  const ordered = { serial, order };
  const signer = { serial, algorithm, pin };
  return {
    begin: () => {
      let renewed: readonly Issued[] = [];
      const newSign = () => fingerprints(renewed)[0];
      return {
        pin,
        renewed: () => [...renewed],
        keeps: () => [oldEncrypt, ...fingerprints(renewed)],
        run: async (desk) => {
          const terms = { pairs: pairsOf(algorithm), certificates: old };
          const asked = await desk.work('renewal.prepare', { ...ordered, terms }, { pin });
          // The old signing pair goes last of all: once it is gone, the order is past asking.
          const pastAsking = !asked.ok && asked.error.code === 'CERTIFICATE_NOT_FOUND' && renewed.length > 0;
          if (!asked.ok && !pastAsking) return asked;
          if (asked.ok) renewed = await authority.issue(asked.value.requests);
          const installed = await desk.work('renewal.install', ordered, { pin, certificates: [...renewed] });
          if (!installed.ok) return installed;
          const retire = { retire: 'delete-signing-pair' as const, certificates: old };
          return desk.work('renewal.retire', { ...ordered, terms: retire }, { pin });
        },
        worksMeanwhile: (desk) => signsWithEither(desk, [oldSign, newSign()]),
        worksAtEnd: (desk) => signsWith(desk, signer, newSign() ?? ''),
      };
      async function signsWithEither(desk: HostDesk, either: readonly (string | undefined)[]) {
        let wrong: string | undefined;
        for (const certificate of either) {
          if (certificate === undefined) continue;
          wrong = await signsWith(desk, signer, certificate);
          if (!wrong) return undefined;
        }
        return wrong;
      }
    },
  };
}
