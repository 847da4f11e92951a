import { AUTHORITY_ALGORITHMS, type AuthorityAlgorithm } from '../algorithms.ts';
import { addressesOf } from '../ceremony/addresses.ts';
import { issuingCertificate, responderCertificate, rootCertificate } from '../ceremony/authority-certificates.ts';
import { rootCrl } from '../ceremony/root-crl.ts';
import { nameAndKeyOf } from '../certificates/name-and-key.ts';
import { privateKeySigner } from '../keys/file/private-key-signer.ts';
import { newPrivateKey } from '../keys/new-private-key.ts';
import { verifierOf } from '../keys/verify-signature.ts';
import { distinguishedName } from '../names/distinguished-name.ts';
import type { Authorities, Authority } from '../open-authorities.ts';
import { PLACEHOLDER_POLICY_ARC } from '../profiles/policy-arc.ts';

const RSA_BITS = 2048;

/** Authorities as a ceremony founds them, in memory. */
export async function testAuthorities(
  now: Date,
  algorithms: readonly AuthorityAlgorithm[] = AUTHORITY_ALGORITHMS,
): Promise<Authorities> {
  const all = await Promise.all(algorithms.map((algorithm) => found(algorithm, now)));
  return { policyArc: PLACEHOLDER_POLICY_ARC, of: new Map(all.map((one) => [one.algorithm, one])) };
}

async function found(algorithm: AuthorityAlgorithm, now: Date): Promise<Authority> {
  const signatory = async (role: string) => {
    const key = privateKeySigner(algorithm, await newPrivateKey(algorithm, RSA_BITS));
    const name = distinguishedName([
      { attribute: 'country', value: 'CN' },
      { attribute: 'commonName', value: `示例 ${algorithm} ${role}` },
    ]);
    return { name, key, publicKey: key.publicKey };
  };
  const [root, issuing, responder] = [await signatory('根'), await signatory('签发'), await signatory('状态')];
  const below = { now, addresses: addressesOf('http://ca.example.test', algorithm) };
  const certificate = await issuingCertificate(root, issuing, below);
  return {
    algorithm,
    root: await rootCertificate(root, now),
    certificate,
    name: issuing.name,
    key: issuing.key,
    verify: verifierOf(algorithm, issuing.publicKey),
    validUntil: nameAndKeyOf(certificate).validUntil,
    responder: { certificate: await responderCertificate(issuing, responder, below), key: responder.key },
    rootCrl: await rootCrl(root, 1, now),
    addresses: below.addresses,
  };
}
