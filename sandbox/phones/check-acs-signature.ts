import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { AcsError } from './acs-error.ts';

export interface AcsKeys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

export interface SignedRequest {
  readonly method: string;
  /** As it came: path and query, still escaped. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

const ALGORITHM = 'ACS3-HMAC-SHA256';
const AUTHORIZATION = /^ACS3-HMAC-SHA256 Credential=([^,\s]+),SignedHeaders=([a-z0-9;-]+),Signature=([0-9a-f]{64})$/;
/** Beside `Authorization`, everything of these that is there must be signed. */
const MUST_BE_SIGNED = /^(host|content-type|x-acs-.+)$/;
/** A clock that is further off is refused. */
const CLOCK_MS = 15 * 60_000;

/** Alibaba Cloud's signature, version 3, as its gateway checks it. Answers the nonce, which must be new. */
export function checkAcsSignature(asked: SignedRequest, keys: AcsKeys, now: Date): string {
  const { headers } = asked;
  const [, accessKeyId, names = '', signature = ''] = AUTHORIZATION.exec(headers.authorization ?? '') ?? [];
  if (accessKeyId === undefined) throw new AcsError('IncompleteSignature');
  if (accessKeyId !== keys.accessKeyId) throw new AcsError('InvalidAccessKeyId.NotFound');
  const signed = names.split(';');
  const unsigned = Object.keys(headers).filter((name) => MUST_BE_SIGNED.test(name) && !signed.includes(name));
  if (unsigned.length > 0) throw new AcsError('IncompleteSignature');
  const at = Date.parse(String(headers['x-acs-date']));
  if (!(Math.abs(at - now.getTime()) <= CLOCK_MS)) throw new AcsError('InvalidTimeStamp.Expired');
  const payload = sha256(asked.body);
  const expected = createHmac('sha256', keys.accessKeySecret)
    .update(`${ALGORITHM}\n${sha256(canonicalRequest(asked, signed, payload))}`)
    .digest();
  const same = headers['x-acs-content-sha256'] === payload && timingSafeEqual(expected, Buffer.from(signature, 'hex'));
  if (!same) throw new AcsError('SignatureDoesNotMatch');
  return String(headers['x-acs-signature-nonce']);
}

function canonicalRequest({ method, url, headers }: SignedRequest, signed: readonly string[], payload: string): string {
  const { pathname, searchParams } = new URL(url, 'http://gateway');
  const query = [...searchParams]
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join('&');
  const lines = signed.map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`).join('');
  return [method, pathname, query, lines, signed.join(';'), payload].join('\n');
}

/** RFC 3986: everything but the unreserved characters. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
