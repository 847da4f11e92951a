import type { IncomingHttpHeaders } from 'node:http';
import { ApiError } from './api-error.ts';
import type { ProviderAccount } from './provider-account.ts';
import { isSigned, requestLines } from './signature.ts';

export interface ArrivedRequest {
  readonly method: string;
  /** As it came, with its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Admitted {
  readonly nonce: string;
  readonly requestId: string;
}

/** As far as two clocks may be apart; a nonce is remembered for as long. */
const CLOCK_MS = 300_000;
const NONCE = /^[0-9a-f]{32}$/;
const REQUEST_ID = /^[\w-]{8,64}$/;

/** Who asks, that it is his own word, that it is fresh, and that it was not heard before. */
export function signatureDoor({ appId, key }: ProviderAccount): (asked: ArrivedRequest, now: Date) => Admitted {
  const heard = new HeardNonces();
  return ({ headers, ...sent }, now) => {
    const given = (name: string) => String(headers[name] ?? '');
    const [timestamp, nonce, requestId] = [given('x-timestamp'), given('x-nonce'), given('x-request-id')];
    if (given('x-app-id') !== appId) throw new ApiError('APP_UNKNOWN');
    const lines = requestLines({ ...sent, appId, timestamp, nonce, requestId });
    if (!isSigned(key, lines, given('x-signature'))) throw new ApiError('SIGNATURE_INVALID');
    if (!NONCE.test(nonce) || !REQUEST_ID.test(requestId)) throw new ApiError('REQUEST_INVALID');
    if (!(Math.abs(now.getTime() - Number(timestamp) * 1000) <= CLOCK_MS)) throw new ApiError('CLOCK_DIFFERS');
    if (!heard.isNew(nonce, now)) throw new ApiError('NONCE_USED');
    return { nonce, requestId };
  };
}

class HeardNonces {
  readonly #until = new Map<string, number>();

  isNew(nonce: string, now: Date): boolean {
    for (const [heard, until] of this.#until) if (until < now.getTime()) this.#until.delete(heard);
    if (this.#until.has(nonce)) return false;
    this.#until.set(nonce, now.getTime() + 2 * CLOCK_MS);
    return true;
  }
}
