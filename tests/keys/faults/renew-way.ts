import { type Issued, openIssuingAuthority } from '../through-host/authority.ts';
import type { HostDesk } from '../through-host/host-desk.ts';
import type { MadeKey } from './made-key.ts';
import { opensBids } from './opens-bids.ts';
import { fingerprints, signsWith } from './sign-way.ts';
import { type KeyAtStart, pairsOf, type Way } from './way.ts';

const ORDER = 'RENEW-0001';

/** The holder renews both certificates, and gives the old signing pair up. */
export async function renewWay({ test, serial, algorithm }: KeyAtStart, { certificates }: MadeKey): Promise<Way> {
  // Another one than that of the old certificates: authorities renew theirs too.
  const authority = await openIssuingAuthority(algorithm);
  const old = fingerprints(certificates);
  const [oldSign = '', oldEncrypt = ''] = old;
  const { pin } = test;
  const ordered = { serial, order: ORDER };
  const signer = { serial, algorithm, pin };
  return {
    begin: () => {
      let renewed: readonly Issued[] = [];
      const newSign = () => fingerprints(renewed)[0];
      return {
        pin,
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
        worksAtEnd: async (desk) => {
          const signed = await signsWith(desk, signer, newSign() ?? '');
          return signed ?? opensBids(desk, signer, [oldEncrypt, fingerprints(renewed)[1] ?? '']);
        },
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
