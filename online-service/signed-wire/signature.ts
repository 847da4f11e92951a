import { createHash, createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** What a signature of a request covers; docs/identity-providers.md has the form and an example. */
export interface SignedRequest {
  readonly method: string;
  /** With its query, as it is sent. */
  readonly path: string;
  readonly appId: string;
  /** Seconds since 1970. */
  readonly timestamp: string;
  readonly nonce: string;
  readonly requestId: string;
  readonly body: string;
}

/** What a signature of a reply covers: with the request's nonce it answers this request and no other. */
export interface SignedReply {
  readonly status: number;
  readonly nonce: string;
  readonly requestId: string;
  readonly timestamp: string;
  readonly body: string;
}

export function requestText(asked: SignedRequest): string {
  const { method, path, appId, timestamp, nonce, requestId, body } = asked;
  return lines(['request', method, path, appId, timestamp, nonce, requestId, bodyDigest(body)]);
}

/** Begins with another word than a request, so that neither can be sent back as the other. */
export function replyText({ status, nonce, requestId, timestamp, body }: SignedReply): string {
  return lines(['reply', String(status), nonce, requestId, timestamp, bodyDigest(body)]);
}

export function bodyDigest(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex');
}

export function signatureOf(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('base64');
}

export function isSignature(key: KeyObject, text: string, given: string): boolean {
  const expected = Buffer.from(signatureOf(key, text));
  const claimed = Buffer.from(given);
  return expected.length === claimed.length && timingSafeEqual(expected, claimed);
}

function lines(parts: readonly string[]): string {
  return parts.map((part) => `${part}\n`).join('');
}
