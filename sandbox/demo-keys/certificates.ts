import { createHash, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  Extensions,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_subjectKeyIdentifier,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';

/** The order of the attributes is the order in the certificate (RFC 5280, 4.1.2.4). */
export interface Subject {
  readonly province: string;
  readonly city: string;
  readonly organisation?: string;
  /** Unified social credit code (GB 32100-2015). */
  readonly creditCode?: string;
  readonly commonName: string;
}

const ATTRIBUTE = { country: '2.5.4.6', province: '2.5.4.8', city: '2.5.4.7', organisation: '2.5.4.10' } as const;
const ATTRIBUTE_OF = { ...ATTRIBUTE, creditCode: '2.5.4.11', commonName: '2.5.4.3' } as const;

export const CERTIFICATE_USES = {
  ca: KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
  sign: KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation,
  encrypt: KeyUsageFlags.keyEncipherment | KeyUsageFlags.dataEncipherment,
} as const;

export interface Issuer {
  readonly name: Subject;
  readonly key: KeyObject;
}

export interface CertificateRequest {
  readonly subject: Subject;
  readonly publicKey: KeyObject;
  readonly use: keyof typeof CERTIFICATE_USES;
  readonly from: Date;
  readonly until: Date;
}

/** DER of a certificate by this issuer. A CA's own is issued by itself. */
export function issueCertificate(issuer: Issuer, request: CertificateRequest): Buffer {
  const algorithm = signatureAlgorithm(issuer.key);
  const tbs = new TBSCertificate({
    version: Version.v3,
    serialNumber: serialNumber(),
    signature: algorithm,
    issuer: nameOf(issuer.name),
    validity: new Validity({ notBefore: request.from, notAfter: request.until }),
    subject: nameOf(request.subject),
    subjectPublicKeyInfo: AsnConvert.parse(spki(request.publicKey), SubjectPublicKeyInfo),
    extensions: new Extensions(extensionsOf(issuer, request)),
  });
  const bytes = Buffer.from(AsnConvert.serialize(tbs));
  const signatureValue = toArrayBuffer(sign('sha256', bytes, issuer.key));
  const certificate = new Certificate({ tbsCertificate: tbs, signatureAlgorithm: algorithm, signatureValue });
  return Buffer.from(AsnConvert.serialize(certificate));
}

function extensionsOf(issuer: Issuer, request: CertificateRequest): Extension[] {
  const isCa = request.use === 'ca';
  const subjectKey = new SubjectKeyIdentifier(keyIdentifier(request.publicKey));
  const authority = new AuthorityKeyIdentifier({
    keyIdentifier: new KeyIdentifier(keyIdentifier(createPublicKey(issuer.key))),
  });
  return [
    extension(id_ce_basicConstraints, { critical: true, value: new BasicConstraints({ cA: isCa }) }),
    extension(id_ce_keyUsage, { critical: true, value: new KeyUsage(CERTIFICATE_USES[request.use]) }),
    extension(id_ce_subjectKeyIdentifier, { critical: false, value: subjectKey }),
    extension(id_ce_authorityKeyIdentifier, { critical: false, value: authority }),
  ];
}

const extension = (extnID: string, of: { critical: boolean; value: object }): Extension =>
  new Extension({ extnID, critical: of.critical, extnValue: new OctetString(AsnConvert.serialize(of.value)) });

function nameOf(subject: Subject): Name {
  const parts = { country: 'CN', ...subject };
  const wanted = Object.keys(ATTRIBUTE_OF) as (keyof typeof ATTRIBUTE_OF)[];
  return new Name(
    wanted.flatMap((attribute) => {
      const text = parts[attribute];
      if (text === undefined) return [];
      const value = new AttributeValue(attribute === 'country' ? { printableString: text } : { utf8String: text });
      return [new RelativeDistinguishedName([new AttributeTypeAndValue({ type: ATTRIBUTE_OF[attribute], value })])];
    }),
  );
}

/** sha256WithRSAEncryption has NULL parameters (RFC 4055, 5), ecdsa-with-SHA256 none (RFC 5758, 3.2). */
function signatureAlgorithm(key: KeyObject): AlgorithmIdentifier {
  if (key.asymmetricKeyType === 'ec') return new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });
  return new AlgorithmIdentifier({ algorithm: '1.2.840.113549.1.1.11', parameters: null });
}

const spki = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });

/** Method 1 of RFC 5280, 4.2.1.2: SHA-1 over the public key's bits. */
function keyIdentifier(key: KeyObject): ArrayBuffer {
  const { subjectPublicKey } = AsnConvert.parse(spki(key), SubjectPublicKeyInfo);
  return toArrayBuffer(createHash('sha1').update(Buffer.from(subjectPublicKey)).digest());
}

/** Positive and at most 20 octets (RFC 5280, 4.1.2.2): 16 random bytes below 0x80, the first never zero. */
function serialNumber(): ArrayBuffer {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x7f) | 0x40, 0);
  return toArrayBuffer(bytes);
}

function toArrayBuffer(bytes: Buffer): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
