import type { KeyAlgorithm, PairUse } from '@certbridge/shared/contract/work-order.ts';
import { samePublicKey } from '../../../formats/public-key/public-key.ts';
import type { ObjectKind, Signing, TokenObject, TokenSession } from '../../pkcs11/token-session.ts';
import type { OpenToken } from '../open-token.ts';
import { refuse } from '../refused.ts';
import { orderTag } from './order-tag.ts';
import { type TokenCertificate, tokenCertificates } from './token-certificates.ts';
import { algorithmOf, provesItself, usualForm } from './token-signer.ts';

export interface OrderedPair {
  readonly use: PairUse;
  readonly algorithm: KeyAlgorithm;
}

/** A whole pair of an order: it has signed, and its public key says so. */
export interface OrderPair extends Signing {
  readonly use: PairUse;
}

/** By the id; by the label on a token that gives ids of its own. */
export function tagged(session: TokenSession, kind: ObjectKind, { order, use }: Place): TokenObject[] {
  const { id, label } = orderTag(order, use);
  const byId = session.find(kind, { id });
  return byId.length > 0 ? byId : session.find(kind, { label });
}

export interface Place {
  readonly order: string;
  readonly use: PairUse;
}

/** The order's certificate on the token, with what it is known by. */
export function taggedCertificates(session: TokenSession, place: Place): TokenCertificate[] {
  const { id, label } = orderTag(place.order, place.use);
  return tokenCertificates(session).filter(
    (certificate) => Buffer.from(certificate.id).equals(id) || session.labelOf(certificate.object) === label,
  );
}

/** Needs a login. Nothing while a half is missing, or when the halves don't belong together. */
export function findPair(session: TokenSession, place: Place): OrderPair | undefined {
  const publicKeys = publicKeysOf(session, place);
  for (const key of tagged(session, 'private-key', place)) {
    const own = session.publicKeyOf(key);
    const candidates = own ? [own] : publicKeys;
    for (const publicKey of candidates) {
      const algorithm = algorithmOf(publicKey);
      if (!algorithm) continue;
      const signing = { key, publicKey, form: usualForm(algorithm) };
      if (provesItself(session, signing)) return { use: place.use, ...signing };
    }
  }
  return undefined;
}

/** What public halves there are, and what an installed certificate says. */
export function publicKeysOf(session: TokenSession, place: Place): Uint8Array[] {
  const halves = tagged(session, 'public-key', place).map((half) => session.publicKeyOf(half));
  const certified = taggedCertificates(session, place).map(({ publicKey }) => publicKey);
  return [...halves, ...certified].filter((publicKey) => publicKey !== undefined);
}

/** The order's pair as it is, or a new one. What a cut left half-made is cleared away first; nothing else is. */
export async function ensurePair(token: OpenToken, order: string, wanted: OrderedPair): Promise<OrderPair> {
  const { session } = token;
  const place = { order, use: wanted.use };
  const found = findPair(session, place);
  if (found) {
    if (algorithmOf(found.publicKey) !== wanted.algorithm) refuse('WORK_ORDER_TERMS', { support: 'other algorithm' });
    clearSpares(token, place, found);
    return found;
  }
  clearHalves(token, place);
  token.sameKey();
  await session.generatePair({ ...wanted, tag: orderTag(order, wanted.use) });
  token.sameKey();
  const made = findPair(session, place);
  return made ?? refuse('DRIVER_FAULT', { support: 'new pair not found' });
}

/** Of a pair without its certificate only: a certified pair that can't be found whole is not ours to clear. */
function clearHalves(token: OpenToken, place: Place): void {
  const { session } = token;
  const halves = (['private-key', 'public-key'] as const).flatMap((kind) => tagged(session, kind, place));
  if (halves.length === 0) return;
  if (taggedCertificates(session, place).length > 0) refuse('DRIVER_FAULT', { support: 'certified pair not whole' });
  destroyAll(token, halves);
}

/** Public halves that belong to no private one, beside a pair that is whole. */
function clearSpares(token: OpenToken, place: Place, pair: OrderPair): void {
  const { session } = token;
  const spares = tagged(session, 'public-key', place).filter((half) => {
    const publicKey = session.publicKeyOf(half);
    return publicKey === undefined || !samePublicKey(publicKey, pair.publicKey);
  });
  destroyAll(token, spares);
}

export function destroyAll(token: OpenToken, objects: readonly TokenObject[]): void {
  for (const object of objects) {
    token.sameKey();
    token.session.destroy(object);
  }
}
