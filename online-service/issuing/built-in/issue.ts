import { createHash, randomUUID } from 'node:crypto';
import type { Stores } from '../../stores.ts';
import { authorityOf } from '../algorithms.ts';
import type { CertificateOrder, IssueOutcome, Refusal } from '../certificate-authority.ts';
import type { Authorities, Authority } from '../open-authorities.ts';
import { checkKey } from './check-key.ts';
import type { Issuance, NewIssuance } from './issuance.ts';
import { type IssuingTools, SIGNING_LEASE_MS } from './issuing-tools.ts';
import { type CheckedKey, prepareCertificate } from './prepare-certificate.ts';
import { signIssuance } from './sign-issuance.ts';

/**
 * Serial number and what is to be signed stand in the database before anything is signed; only what was stored leaves. A
 * process that dies in between leaves a reservation, which is signed by whoever comes next.
 */
export async function issue(tools: IssuingTools, order: CertificateOrder): Promise<IssueOutcome> {
  const key = checkKey(order.key);
  if (key.fault !== undefined) return refused(key.fault);
  const authority = tools.authorities.of.get(authorityOf(key.algorithm));
  if (!authority) return refused('no-authority');
  if (isOwnKey(tools.authorities, key.publicKey)) return refused('key-seen');
  const reserved = await reserve(tools, order, { ...key, authority });
  if ('outcome' in reserved) return reserved;
  const { issuance, ours } = reserved;
  if (issuance.certificate) return issued(issuance, issuance.certificate, authority);
  const mine = ours || (await takeOver(tools, issuance));
  if (!mine) return { outcome: 'pending' };
  return issued(issuance, await signIssuance(tools, issuance), authority);
}

interface KeyAtAuthority extends CheckedKey {
  readonly authority: Authority;
}

type Reserved = { readonly issuance: Issuance; readonly ours: boolean } | IssueOutcome;

/** The insert is the fuse; only where it does not take is it looked what stands there already. */
async function reserve(tools: IssuingTools, order: CertificateOrder, key: KeyAtAuthority): Promise<Reserved> {
  const keyFingerprint = createHash('sha256').update(key.publicKey).digest();
  const prepared = prepareCertificate(order, key, { ...key, policyArc: tools.authorities.policyArc });
  const fresh =
    'why' in prepared ? undefined : freshIssuance(order, { ...key, ...prepared, keyFingerprint }, tools.now());
  if (fresh && (await tools.transact((stores) => stores.issuances.reserve(fresh)))) {
    return { issuance: { ...fresh, certificate: undefined, revocation: undefined }, ours: true };
  }
  const known = await tools.transact((stores) => standing(stores, order, keyFingerprint));
  if (known) return known;
  if (!('why' in prepared)) return { outcome: 'pending' };
  // Names of rules only: what broke them may name a person.
  if (prepared.rules) tools.log.error({ rules: prepared.rules }, 'a certificate did not pass our own checks');
  return { outcome: 'refused', ...prepared };
}

interface Ready extends KeyAtAuthority, Pick<NewIssuance, 'serialNumber' | 'toBeSigned' | 'keyFingerprint'> {}

function freshIssuance(order: CertificateOrder, ready: Ready, now: Date): NewIssuance {
  const { orderId, use, profile, validity } = order;
  const { authority, serialNumber, toBeSigned, keyFingerprint } = ready;
  return {
    id: randomUUID(),
    orderId,
    use,
    profile,
    authority: authority.algorithm,
    keyFingerprint,
    serialNumber,
    toBeSigned,
    validUntil: validity.until,
    createdAt: now,
    leaseUntil: new Date(now.getTime() + SIGNING_LEASE_MS),
  };
}

/** What there is already for the key, or for the order's use; undefined: nothing. */
async function standing(
  { issuances }: Stores,
  { orderId, use, profile }: CertificateOrder,
  keyFingerprint: Buffer,
): Promise<Reserved | undefined> {
  const known = await issuances.findByKey(keyFingerprint);
  if (known) {
    if (known.orderId !== orderId || known.use !== use || known.profile !== profile) return refused('key-seen');
    return known.revocation ? refused('revoked') : { issuance: known, ours: false };
  }
  return (await issuances.livingOf(orderId, use)) ? refused('order-has-certificate') : undefined;
}

function takeOver({ transact, now }: IssuingTools, { id }: Issuance): Promise<boolean> {
  return transact(({ issuances }) => issuances.takeForSigning(id, { now: now(), leaseMs: SIGNING_LEASE_MS }));
}

function isOwnKey(authorities: Authorities, publicKey: Buffer): boolean {
  return [...authorities.of.values()].some(
    ({ key, responder }) => key.publicKey.equals(publicKey) || responder.key.publicKey.equals(publicKey),
  );
}

function issued({ serialNumber }: Issuance, certificate: Buffer, authority: Authority): IssueOutcome {
  return { outcome: 'issued', serialNumber, chain: [certificate, authority.certificate, authority.root] };
}

function refused(why: Refusal): IssueOutcome {
  return { outcome: 'refused', why };
}
