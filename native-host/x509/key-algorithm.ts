import { createPublicKey } from 'node:crypto';
import type { SubjectPublicKeyInfo } from '@peculiar/asn1-x509';

const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';
/** GM/T 0006. Mostly it names the curve of an EC key; some issuers put it in the algorithm's own place. */
const SM2 = '1.2.156.10197.1.301';

/** The curves' object identifiers as they stand in the parameters, DER in hex. */
const CURVES: { readonly [der: string]: string } = {
  '06082a811ccf5501822d': 'SM2',
  '06082a8648ce3d030107': 'EC P-256',
  '06052b81040022': 'EC P-384',
  '06052b81040023': 'EC P-521',
};

/** RSA-2048, EC P-256, SM2; for anything else its object identifier, which is at least exact. */
export function keyAlgorithm(info: SubjectPublicKeyInfo, der: Uint8Array): string {
  const { algorithm, parameters } = info.algorithm;
  if (algorithm === SM2) return 'SM2';
  if (algorithm === EC) return CURVES[Buffer.from(parameters ?? new ArrayBuffer(0)).toString('hex')] ?? 'EC';
  if (algorithm === RSA) return `RSA${modulusSuffix(der)}`;
  return algorithm.slice(0, 40);
}

function modulusSuffix(der: Uint8Array): string {
  try {
    const key = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
    return `-${key.asymmetricKeyDetails?.modulusLength}`;
  } catch {
    return '';
  }
}
