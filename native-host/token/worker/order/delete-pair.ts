import { samePublicKey } from '../../../formats/public-key/public-key.ts';
import type { TokenObject, TokenSession } from '../../pkcs11/token-session.ts';
import type { OpenToken } from '../open-token.ts';
import { destroyAll } from './order-pairs.ts';
import type { TokenCertificate } from './token-certificates.ts';
import { algorithmOf, provesItself, usualForm } from './token-signer.ts';

/**
 * The certificate goes last: it is how the order finds the rest again after a cut. Each key is bound by its public key,
 * never by its id alone, which some software gives to every pair.
 */
export function deletePair(token: OpenToken, certificate: TokenCertificate): void {
  const { session } = token;
  const { id, publicKey, object } = certificate;
  const withId = (kind: 'private-key' | 'public-key') => (id.length === 0 ? [] : session.find(kind, { id }));
  const privateKeys = withId('private-key').filter((key) => belongs(session, key, publicKey));
  const publicKeys = withId('public-key').filter((key) => isSame(session.publicKeyOf(key), publicKey));
  destroyAll(token, [...privateKeys, ...publicKeys, object]);
}

function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one !== undefined && samePublicKey(one, other);
}

/** Where a private key does not tell its public half, a signature does. */
function belongs(session: TokenSession, key: TokenObject, publicKey: Uint8Array): boolean {
  const own = session.publicKeyOf(key);
  if (own) return samePublicKey(own, publicKey);
  const algorithm = algorithmOf(publicKey);
  return algorithm !== undefined && provesItself(session, { key, publicKey, form: usualForm(algorithm) });
}
