import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuthorityAlgorithm } from '../algorithms.ts';
import type { KeyPlace } from '../keys/key-place.ts';
import { AUTHORITY_RSA_BITS } from '../keys/new-private-key.ts';
import type { KeySecrets } from '../keys/open-key.ts';
import { distinguishedName } from '../names/distinguished-name.ts';
import { addressesOf } from './addresses.ts';
import { issuingCertificate, responderCertificate, rootCertificate } from './authority-certificates.ts';
import { makeKey } from './make-key.ts';
import { MANIFEST_FILE, type Manifest, manifest } from './manifest.ts';
import { pem } from './pem.ts';
import { rootCrl } from './root-crl.ts';

export interface CeremonyPlan extends Pick<Manifest, 'url' | 'organisation' | 'policyArc'> {
  readonly folder: string;
  readonly algorithms: readonly AuthorityAlgorithm[];
  /** The token in which keys are made; absent: all keys are encrypted files. SM2 is a file in any case. */
  readonly token?: { readonly module: string; readonly token: string };
  readonly rsaBits?: number;
  readonly now: Date;
}

/** There is an authority in the folder already; its keys are never written over. */
export class AuthorityStands extends Error {
  override readonly name = 'AuthorityStands';
}

const ROLES = ['root', 'issuing', 'responder'] as const;
type Role = (typeof ROLES)[number];
const ROLE_NAMES: Readonly<Record<Role, string>> = { root: '根证书', issuing: '签发证书', responder: '状态查询' };

/** Makes a root, an issuing authority and a responder for each algorithm. The manifest comes last: without it nothing counts. */
export async function holdCeremony(plan: CeremonyPlan, secrets: KeySecrets): Promise<Manifest> {
  await mkdir(plan.folder, { recursive: true, mode: 0o700 });
  if (await exists(join(plan.folder, MANIFEST_FILE))) throw new AuthorityStands('there is an authority already');
  const authorities: Manifest['authorities'] = [];
  for (const algorithm of plan.algorithms) authorities.push(await found(algorithm, plan, secrets));
  const { url, organisation, policyArc } = plan;
  const whole = manifest.parse({ format: 'certbridge-authority-1', url, organisation, policyArc, authorities });
  await writeNew(plan.folder, MANIFEST_FILE, `${JSON.stringify(whole, undefined, 2)}\n`);
  return whole;
}

async function found(algorithm: AuthorityAlgorithm, plan: CeremonyPlan, secrets: KeySecrets) {
  const { folder, now, organisation } = plan;
  const signatory = async (role: Role) => {
    const place = placeOf(algorithm, role, plan);
    const rsaBits = plan.rsaBits ?? AUTHORITY_RSA_BITS;
    const key = await makeKey({ folder, algorithm, place, rsaBits }, secrets);
    return { place, key, name: nameOf(organisation, algorithm, role), publicKey: key.publicKey };
  };
  const root = await signatory('root');
  const issuing = await signatory('issuing');
  const responder = await signatory('responder');
  const below = { now, addresses: addressesOf(plan.url, algorithm) };
  const write = async (name: string, label: 'CERTIFICATE' | 'X509 CRL', der: Buffer) =>
    writeNew(folder, `${algorithm}-${name}`, pem(label, der));
  await write('root.pem', 'CERTIFICATE', await rootCertificate(root, now));
  await write('issuing.pem', 'CERTIFICATE', await issuingCertificate(root, issuing, below));
  await write('responder.pem', 'CERTIFICATE', await responderCertificate(issuing, responder, below));
  await write('root-crl.pem', 'X509 CRL', await rootCrl(root, 1, now));
  return { algorithm, root: root.place, issuing: issuing.place, responder: responder.place };
}

function placeOf(algorithm: AuthorityAlgorithm, role: Role, { token }: CeremonyPlan): KeyPlace {
  if (!token || algorithm === 'sm2') return { kind: 'file', file: `${algorithm}-${role}.key` };
  return { kind: 'pkcs11', ...token, label: `certbridge-${algorithm}-${role}` };
}

function nameOf(organisation: string, algorithm: AuthorityAlgorithm, role: Role): Buffer {
  return distinguishedName([
    { attribute: 'country', value: 'CN' },
    { attribute: 'organisation', value: organisation },
    { attribute: 'commonName', value: `${organisation} ${algorithm.toUpperCase()} ${ROLE_NAMES[role]}` },
  ]);
}

async function writeNew(folder: string, name: string, text: string): Promise<void> {
  await writeFile(join(folder, name), text, { flag: 'wx', mode: 0o644 });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
