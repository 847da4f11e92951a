import { addYears } from '@certbridge/shared/domain/calendar-date.ts';
import { chinaDate, endOfChinaDay } from '@certbridge/shared/domain/china-time.ts';
import {
  authority,
  authorityInfoAccess,
  authorityKeyIdentifier,
  crlDistribution,
  endEntity,
  extendedKeyUsage,
  keyUsage,
  ocspNoCheck,
  policies,
  subjectKeyIdentifier,
} from '../certificates/extensions.ts';
import { newSerialNumber } from '../certificates/serial-number.ts';
import { toBeSigned } from '../certificates/to-be-signed.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import { signed } from '../keys/signing-key.ts';
import { OID } from '../object-identifiers.ts';
import type { Addresses } from './addresses.ts';

const ROOT_YEARS = 20;
const ISSUING_YEARS = 10;
/** Renewed by `ca renew`; nobody can revoke it (no-check), so it lives shortly. */
const RESPONDER_YEARS = 1;
/** RFC 5280, 4.2.1.4: whatever policies the certificates below have. */
const ANY_POLICY = '2.5.29.32.0';

/** An authority signs with this key under this name (DER). */
export interface Signatory {
  readonly name: Buffer;
  readonly key: SigningKey;
}

export interface Certified {
  readonly name: Buffer;
  readonly publicKey: Buffer;
}

export function rootCertificate(root: Signatory, now: Date): Promise<Buffer> {
  return issue(
    root,
    { name: root.name, publicKey: root.key.publicKey },
    {
      years: ROOT_YEARS,
      now,
      extensions: [authority(), keyUsage(['keyCertSign', 'cRLSign'])],
    },
  );
}

export interface Below {
  readonly now: Date;
  readonly addresses: Addresses;
}

export function issuingCertificate(root: Signatory, issuing: Certified, { now, addresses }: Below): Promise<Buffer> {
  return issue(root, issuing, {
    years: ISSUING_YEARS,
    now,
    extensions: [
      authority(0),
      keyUsage(['keyCertSign', 'cRLSign']),
      policies([ANY_POLICY]),
      crlDistribution(addresses.rootCrl),
      authorityInfoAccess({ issuers: addresses.root }),
    ],
  });
}

/** RFC 6960, 4.2.2.2: who answers for the issuing authority, under a key of its own. */
export function responderCertificate(issuing: Signatory, responder: Certified, { now }: Below): Promise<Buffer> {
  return issue(issuing, responder, {
    years: RESPONDER_YEARS,
    now,
    extensions: [endEntity(), keyUsage(['digitalSignature']), extendedKeyUsage([OID.ocspSigning]), ocspNoCheck()],
  });
}

interface Terms {
  readonly years: number;
  readonly now: Date;
  readonly extensions: readonly Buffer[];
}

function issue(issuer: Signatory, subject: Certified, { years, now, extensions }: Terms): Promise<Buffer> {
  const tbs = toBeSigned({
    serialNumber: newSerialNumber(),
    signedWith: issuer.key.algorithm,
    issuer: issuer.name,
    subject: subject.name,
    publicKey: subject.publicKey,
    validity: { from: now, until: endOfChinaDay(addYears(chinaDate(now), years)) },
    extensions: [...extensions, subjectKeyIdentifier(subject.publicKey), authorityKeyIdentifier(issuer.key.publicKey)],
  });
  return signed(issuer.key, tbs);
}
