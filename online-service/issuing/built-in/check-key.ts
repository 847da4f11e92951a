import type { KeyOrigin } from '../certificate-authority.ts';
import { type CheckedRequest, checkRequest } from '../requests/check-request.ts';
import { judgePublicKey } from '../requests/public-key.ts';

/** A key that we made needs no proof that somebody has it; all else holds for it as well. */
export function checkKey(key: KeyOrigin): CheckedRequest {
  if (key.kind === 'request') return checkRequest(key.request);
  const publicKey = Buffer.from(key.publicKey);
  const judged = judgePublicKey(publicKey);
  if (judged === 'rsa-2048' || judged === 'p256' || judged === 'sm2') return { algorithm: judged, publicKey };
  return { fault: judged };
}
