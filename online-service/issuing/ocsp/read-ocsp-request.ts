import { type Element, expectTag, partsOf, partsOfTag, readElement } from '../der/der-reader.ts';
import { objectIdentifier, octetString } from '../der/der-writer.ts';
import { OID } from '../object-identifiers.ts';

export interface CertificateId {
  /** Byte for byte: the answer repeats it. */
  readonly whole: Buffer;
  readonly digest: 'sha1' | 'sha256' | 'sm3' | undefined;
  readonly issuerNameHash: Buffer;
  readonly issuerKeyHash: Buffer;
  /** Hex, without the octet that only says that it is positive. */
  readonly serialNumber: string;
}

export interface OcspRequest {
  readonly asked: readonly CertificateId[];
  readonly nonce: Buffer | undefined;
}

/** Clients ask for one; a few are answered, so that nobody has us sign a book. */
const MOST_ASKED = 8;
/** RFC 9654, 2.1. */
const LONGEST_NONCE = 128;
const LARGEST_BYTES = 4096;
const DIGESTS = [
  ['sha1', OID.sha1],
  ['sha256', OID.sha256],
  ['sm3', OID.sm3],
] as const;

/** OCSPRequest, RFC 6960, 4.1.1. A signature on it is allowed and not asked for. Undefined: malformed. */
export function readOcspRequest(bytes: Uint8Array): OcspRequest | undefined {
  if (bytes.length > LARGEST_BYTES) return undefined;
  try {
    const [tbs] = partsOfTag(readElement(bytes), 0x30);
    const parts = partsOfTag(tbs, 0x30).filter(({ tag }) => tag !== 0xa0 && tag !== 0xa1);
    const [list, extensions, ...more] = parts;
    const requests = partsOfTag(list, 0x30);
    if (requests.length === 0 || requests.length > MOST_ASKED || more.length > 0) return undefined;
    const asked = requests.map((request) => certificateId(partsOfTag(request, 0x30)[0]));
    return { asked, nonce: extensions && nonceOf(extensions) };
  } catch {
    return undefined;
  }
}

function certificateId(element: Element | undefined): CertificateId {
  const [algorithm, name, key, serial] = partsOfTag(element, 0x30);
  const [oid] = partsOfTag(algorithm, 0x30);
  const digest = DIGESTS.find(([, dotted]) => oid?.whole.equals(objectIdentifier(dotted)))?.[0];
  const number = expectTag(serial, 0x02).content;
  return {
    whole: element?.whole ?? Buffer.alloc(0),
    digest,
    issuerNameHash: expectTag(name, 0x04).content,
    issuerKeyHash: expectTag(key, 0x04).content,
    serialNumber: (number[0] === 0 && number.length > 1 ? number.subarray(1) : number).toString('hex'),
  };
}

/** `[2]`, the extensions of the whole request. */
function nonceOf(element: Element): Buffer | undefined {
  const [list] = partsOf(expectTag(element, 0xa2));
  for (const extension of partsOfTag(list, 0x30)) {
    const [oid, ...rest] = partsOfTag(extension, 0x30);
    if (!oid?.whole.equals(objectIdentifier(OID.ocspNonce))) continue;
    const value = expectTag(rest.at(-1), 0x04).content;
    return isNonce(value) ? value : undefined;
  }
  return undefined;
}

/** An OCTET STRING within; one that is out of its bounds is left out of the reply, as if there were none. */
function isNonce(value: Buffer): boolean {
  try {
    const { tag, content } = readElement(value);
    const fits = content.length > 0 && content.length <= LONGEST_NONCE;
    return tag === 0x04 && fits && octetString(content).equals(value);
  } catch {
    return false;
  }
}
