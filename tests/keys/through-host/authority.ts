/** An authority for tests: it checks each request, and issues once for each key, as ours does for each order. */
import type { KeyAlgorithm, PairUse, SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import { subjectName } from '../../../native-host/formats/request/subject-name.ts';
import { verifyRequest } from '../../../native-host/formats/request/verify-request.ts';
import {
  type CertificateOrder,
  issueCertificate,
  testAuthority,
} from '../../../native-host/formats/testing/issue-certificate.ts';
import { softwareSigner } from '../../../native-host/formats/testing/software-signer.ts';

export const FORM_OF: Readonly<Record<KeyAlgorithm, SignatureForm>> = {
  'rsa-2048': 'rsa-pkcs1-sha256',
  p256: 'ecdsa-p256-sha256',
  sm2: 'sm2-sm3',
};
const HOLDER = subjectName([{ type: 'commonName', value: '示范单位有限公司' }]);

export interface Request {
  readonly use: PairUse;
  readonly request: string;
}

export interface Issued {
  readonly use: PairUse;
  /** Base64 DER, the holder's own first. */
  readonly chain: string[];
}

export interface Authority {
  /** DER. */
  readonly root: Uint8Array;
  issue(requests: readonly Request[]): Promise<Issued[]>;
}

/** One issuer's numbers never repeat, and all authorities here bear one name. NSS refuses a certificate otherwise. */
let lastSerialNumber = 100;

export async function openAuthority(algorithm: KeyAlgorithm): Promise<Authority> {
  const root = await testAuthority(softwareSigner(FORM_OF[algorithm]));
  return authorityOf(root, [root.certificate]);
}

/** One whose root only issues for the authority that issues, as real ones do: its certificate is written to keys too. */
export async function openIssuingAuthority(algorithm: KeyAlgorithm): Promise<Authority> {
  const root = await testAuthority(softwareSigner(FORM_OF[algorithm]));
  const signer = softwareSigner(FORM_OF[algorithm]);
  const name = subjectName([{ type: 'commonName', value: '示范签发证书' }]);
  const issuing = await root.issue({ subject: name, publicKey: signer.publicKey, uses: 'authority', serialNumber: 2 });
  const issue: Issue = (order) => issueCertificate({ ...order, issuer: { name, signer } });
  return authorityOf({ issue }, [issuing, root.certificate]);
}

type Issue = (order: Omit<CertificateOrder, 'issuer'>) => Promise<Uint8Array>;

function authorityOf({ issue }: { readonly issue: Issue }, above: readonly Uint8Array[]): Authority {
  const issued = new Map<string, Issued>();
  const issueOne = async ({ use, request }: Request): Promise<Issued> => {
    const verified = verifyRequest(Buffer.from(request, 'base64'));
    if (!verified) throw new Error(`the ${use} request does not verify`);
    const { publicKey } = verified;
    const name = `${use} ${Buffer.from(publicKey).toString('hex')}`;
    const known = issued.get(name);
    if (known) return known;
    lastSerialNumber += 1;
    const order = { subject: HOLDER, publicKey, uses: [use], serialNumber: lastSerialNumber };
    const own = await issue(order);
    const chain = [own, ...above].map((der) => Buffer.from(der).toString('base64'));
    issued.set(name, { use, chain });
    return { use, chain };
  };
  return {
    root: above.at(-1) ?? new Uint8Array(),
    issue: async (requests) => {
      const all: Issued[] = [];
      for (const request of requests) all.push(await issueOne(request));
      return all;
    },
  };
}
