import type { WorkOrderClaims } from '@certbridge/shared/contract/work-order.ts';
import { PAIR_USES } from '@certbridge/shared/contract/work-order.ts';
import { namedBy, onToken } from '../on-token.ts';
import type { OpenToken } from '../open-token.ts';
import { deletePair } from '../order/delete-pair.ts';
import { findPair, taggedCertificates } from '../order/order-pairs.ts';
import { type TokenCertificate, tokenCertificates } from '../order/token-certificates.ts';
import { provesItself } from '../order/token-signer.ts';
import { refuse } from '../refused.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

type Retire = WorkOrderClaims['terms']['retire'];

export const renewalRetire = (parts: WorkerParts) =>
  verb<'renewal.retire'>(({ claims, ...password }, { cancellation }) =>
    onToken(parts, namedBy(claims.serial), (token) => {
      token.signIn(password);
      const { certificates: old = [], retire } = claims.terms;
      const ours = provenCertificates(token, claims.order);
      if (old.some((fingerprint) => ours.has(fingerprint))) {
        refuse('WORK_ORDER_TERMS', { support: "the order's own certificate" });
      }
      const kept = old.filter((fingerprint) => {
        if (cancellation.cancelled) refuse('CANCELLED');
        return retireOne(token, fingerprint, retire) === 'kept';
      });
      return { deleted: old.filter((fingerprint) => !kept.includes(fingerprint)), kept };
    }),
  );

/** What is not there any more was deleted by an earlier run of this order. */
function retireOne(token: OpenToken, fingerprint: string, retire: Retire): 'kept' | 'deleted' {
  const certificate = tokenCertificates(token.session).find((one) => one.fingerprint === fingerprint);
  if (certificate && !mayDelete(certificate, retire)) return 'kept';
  if (certificate) deletePair(token, certificate);
  return 'deleted';
}

/** The pairs of this order, each with its certificate, and each just now signing: without them nothing old goes. */
function provenCertificates({ session }: OpenToken, order: string): Set<string> {
  const proven = new Set<string>();
  for (const use of PAIR_USES) {
    const certificates = taggedCertificates(session, { order, use });
    const pair = findPair(session, { order, use });
    for (const { fingerprint, publicKey } of certificates) {
      if (!pair || !provesItself(session, { ...pair, publicKey })) refuse('WRITE_NOT_VERIFIED', { support: use });
      proven.add(fingerprint);
    }
    if (pair && certificates.length === 0) refuse('WRITE_NOT_VERIFIED', { support: `${use} not installed` });
  }
  return proven.size > 0 ? proven : refuse('WRITE_NOT_VERIFIED', { support: 'nothing installed' });
}

/** Whatever may have bids encrypted to it goes only on the holder's word. */
function mayDelete({ uses, isAuthority }: TokenCertificate, retire: Retire): boolean {
  if (isAuthority) return false;
  if (retire === 'delete-both-on-holders-word') return true;
  return retire === 'delete-signing-pair' && !uses.includes('encrypt');
}
