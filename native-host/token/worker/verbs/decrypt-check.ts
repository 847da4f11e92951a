import type { OutputOf } from '@certbridge/shared/contract/operation.ts';
import { FormatError } from '../../../formats/format-error.ts';
import { errorOfCkr } from '../../pkcs11/ckr-table.ts';
import { TokenError } from '../../pkcs11/token-error.ts';
import type { TokenSession } from '../../pkcs11/token-session.ts';
import type { WorkerContract } from '../../worker-contract.ts';
import { namedBy, onToken } from '../on-token.ts';
import { privateKeyOf, type TokenCertificate, tokenCertificates } from '../order/token-certificates.ts';
import { algorithmOf } from '../order/token-signer.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

type Check = OutputOf<WorkerContract['decrypt.check']>['certificates'][number];

/** One certificate that can't be tried leaves the answers for the others as they are; with none to try, no password is used. */
export const decryptCheck = (parts: WorkerParts) =>
  verb<'decrypt.check'>(({ claims, ...password }) =>
    onToken(parts, namedBy(claims.serial), (token) => {
      const { session } = token;
      const wanted = claims.terms.certificates;
      const certificates = tokenCertificates(session).filter(
        ({ uses, isAuthority, fingerprint }) =>
          uses.includes('encrypt') && !isAuthority && (wanted?.includes(fingerprint) ?? true),
      );
      const hindered = new Map(certificates.map((certificate) => [certificate, hindrance(session, certificate)]));
      if ([...hindered.values()].includes(undefined)) token.signIn(password);
      return {
        certificates: certificates.map((certificate) => hindered.get(certificate) ?? tried(session, certificate)),
      };
    }),
  );

/** What can be known without a password. */
function hindrance({ capabilities }: TokenSession, { fingerprint, publicKey }: TokenCertificate): Check | undefined {
  const algorithm = algorithmOf(publicKey);
  if (!algorithm) return { fingerprint, result: 'not-tried', reason: 'unknown-algorithm' };
  if (!capabilities.opens(algorithm)) return { fingerprint, result: 'not-tried', reason: 'driver-cannot-open' };
  return undefined;
}

function tried(session: TokenSession, certificate: TokenCertificate): Check {
  const { fingerprint, publicKey } = certificate;
  const key = privateKeyOf(session, certificate);
  if (!key) return { fingerprint, result: 'does-not-open', reason: 'no-private-key' };
  try {
    if (session.opens(key, publicKey)) return { fingerprint, result: 'opens' };
    return { fingerprint, result: 'does-not-open', reason: 'block-not-opened' };
  } catch (cause) {
    if (cause instanceof FormatError) return { fingerprint, result: 'not-tried', reason: 'unknown-algorithm' };
    if (isMissing(cause)) return { fingerprint, result: 'not-tried', reason: 'driver-cannot-open' };
    throw cause;
  }
}

/** The list of mechanisms promised it, and the driver has it not. */
function isMissing(cause: unknown): boolean {
  return cause instanceof TokenError && errorOfCkr(cause.code, cause.during).code === 'CAPABILITY_MISSING';
}
