import { createHash } from 'node:crypto';
import type { KeyAlgorithm } from '@certbridge/shared/contract/work-order.ts';
import { hash } from '../../../native-host/formats/digests.ts';
import { FORM_OF, type Issued } from '../through-host/authority.ts';
import { type HostDesk, said } from '../through-host/host-desk.ts';
import type { MadeKey } from './made-key.ts';
import type { KeyAtStart, Way } from './way.ts';

const CONTENT = Buffer.from('投标申请\r\n');

export interface Signer {
  readonly serial: string;
  readonly algorithm: KeyAlgorithm;
  readonly pin: string;
}

/** The holder signs an application. */
export function signWay({ test, serial, algorithm }: KeyAtStart, { certificates }: MadeKey): Way {
  const [sign = '', encrypt = ''] = fingerprints(certificates);
  const signer = { serial, algorithm, pin: test.pin };
  const works = (desk: HostDesk) => signsWith(desk, signer, sign);
  return {
    begin: () => ({
      pin: test.pin,
      keeps: () => [sign, encrypt],
      run: (desk) => signedWith(desk, signer, sign),
      worksMeanwhile: works,
      worksAtEnd: works,
    }),
  };
}

function signedWith(desk: HostDesk, { serial, algorithm, pin }: Signer, certificate: string) {
  const digestAlgorithm = algorithm === 'sm2' ? ('sm3' as const) : ('sha-256' as const);
  const value = Buffer.from(hash(digestAlgorithm, CONTENT)).toString('hex');
  const terms = {
    digest: { algorithm: digestAlgorithm, value },
    signature: FORM_OF[algorithm],
    certificates: [certificate],
  };
  return desk.work('application.sign', { serial, terms }, { pin });
}

export async function signsWith(desk: HostDesk, signer: Signer, certificate: string): Promise<string | undefined> {
  const signed = await signedWith(desk, signer, certificate);
  return signed.ok ? undefined : `does not sign: ${said(signed)}`;
}

export function fingerprints(certificates: readonly Issued[]): string[] {
  return certificates.map(({ chain: [own = ''] }) =>
    createHash('sha256').update(Buffer.from(own, 'base64')).digest('hex'),
  );
}
