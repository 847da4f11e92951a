import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuthorityAlgorithm } from './algorithms.ts';
import { type Addresses, addressesOf } from './ceremony/addresses.ts';
import { MANIFEST_FILE, type Manifest, manifest } from './ceremony/manifest.ts';
import { fromPem } from './ceremony/pem.ts';
import { nameAndKeyOf } from './certificates/name-and-key.ts';
import { type KeySecrets, openKey } from './keys/open-key.ts';
import type { SigningKey } from './keys/signing-key.ts';
import { type Verify, verifierOf } from './keys/verify-signature.ts';

/** An issuing authority at work. Certificates, names and lists are DER. */
export interface Authority {
  readonly algorithm: AuthorityAlgorithm;
  readonly root: Buffer;
  readonly certificate: Buffer;
  readonly name: Buffer;
  readonly key: SigningKey;
  readonly verify: Verify;
  readonly validUntil: Date;
  readonly responder: { readonly certificate: Buffer; readonly key: SigningKey };
  readonly rootCrl: Buffer;
  readonly addresses: Addresses;
}

export interface Authorities {
  readonly policyArc: string;
  readonly of: ReadonlyMap<AuthorityAlgorithm, Authority>;
}

/** A key that does not belong to its certificate would sign what nobody can verify. */
export class AuthorityBroken extends Error {
  override readonly name = 'AuthorityBroken';
}

export async function openAuthorities(folder: string, secrets: KeySecrets): Promise<Authorities> {
  const { url, policyArc, authorities } = manifest.parse(
    JSON.parse(await readFile(join(folder, MANIFEST_FILE), 'utf8')),
  );
  const opened = new Map<AuthorityAlgorithm, Authority>();
  for (const entry of authorities) opened.set(entry.algorithm, await open(folder, entry, { url, secrets }));
  return { policyArc, of: opened };
}

interface Around {
  readonly url: string;
  readonly secrets: KeySecrets;
}

/** The root's key is not opened: it belongs into a safe. */
async function open(
  folder: string,
  entry: Manifest['authorities'][number],
  { url, secrets }: Around,
): Promise<Authority> {
  const { algorithm } = entry;
  const read = async (name: string) => fromPem(await readFile(join(folder, `${algorithm}-${name}.pem`), 'utf8'));
  const [root, certificate, answering, rootCrl] = await Promise.all(
    ['root', 'issuing', 'responder', 'root-crl'].map(read),
  );
  if (!root || !certificate || !answering || !rootCrl) throw new AuthorityBroken('a certificate is missing');
  const key = await openKey({ folder, algorithm, place: entry.issuing }, secrets);
  const responder = await openKey({ folder, algorithm, place: entry.responder }, secrets);
  const { name, publicKey, validUntil } = nameAndKeyOf(certificate);
  if (!publicKey.equals(key.publicKey) || !nameAndKeyOf(answering).publicKey.equals(responder.publicKey)) {
    throw new AuthorityBroken('a key does not belong to its certificate');
  }
  return {
    algorithm,
    root,
    certificate,
    name,
    key,
    verify: verifierOf(algorithm, publicKey),
    validUntil,
    responder: { certificate: answering, key: responder },
    rootCrl,
    addresses: addressesOf(url, algorithm),
  };
}
