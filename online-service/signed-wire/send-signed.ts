import { randomBytes } from 'node:crypto';
import { ProviderAway } from './provider-away.ts';
import type { ProviderCall, ProviderPlace } from './provider-place.ts';
import { readCapped } from './read-capped.ts';
import { isSignature, replyText, requestText, signatureOf } from './signature.ts';

const NONCE_BYTES = 16;
/** As far as two clocks may be apart. */
const CLOCK_SECONDS = 300;

/** One request and the signed reply to it: its content, or undefined where there is nothing of that name. */
export async function sendSigned(place: ProviderPlace, call: ProviderCall, withinMs: number): Promise<unknown> {
  const address = new URL(call.path, place.url);
  const nonce = randomBytes(NONCE_BYTES).toString('hex');
  const body = call.content === undefined ? '' : JSON.stringify(call.content);
  const response = await fetch(address, {
    method: call.method,
    headers: headersOf(place, call, { path: address.pathname + address.search, nonce, body }),
    ...(body === '' ? {} : { body }),
    redirect: 'error',
    signal: AbortSignal.timeout(withinMs),
  });
  // A gateway that stands in for the provider has no key to sign with.
  if (response.status >= 500) throw new ProviderAway('unwell');
  const text = await readCapped(response, call.mostBytes);
  mustBeSigned(place, response, { nonce, requestId: call.requestId, body: text });
  if (response.status === 404) return undefined;
  if (response.status !== 200) throw new ProviderAway('request-refused');
  return contentOf(text);
}

interface Sent {
  readonly path: string;
  readonly nonce: string;
  readonly body: string;
}

function headersOf({ appId, key }: ProviderPlace, { method, requestId }: ProviderCall, sent: Sent) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signed = { method, appId, timestamp, requestId, ...sent };
  return {
    accept: 'application/json',
    ...(sent.body === '' ? {} : { 'content-type': 'application/json' }),
    'x-app-id': appId,
    'x-timestamp': timestamp,
    'x-nonce': sent.nonce,
    'x-request-id': requestId,
    'x-signature': signatureOf(key, requestText(signed)),
  };
}

interface Received {
  readonly nonce: string;
  readonly requestId: string;
  readonly body: string;
}

function mustBeSigned({ key }: ProviderPlace, { status, headers }: Response, received: Received): void {
  const timestamp = headers.get('x-timestamp') ?? '';
  const isNow = Math.abs(Number(timestamp) - Date.now() / 1000) <= CLOCK_SECONDS;
  const text = replyText({ status, timestamp, ...received });
  if (!isNow || !isSignature(key, text, headers.get('x-signature') ?? '')) throw new ProviderAway('reply-not-signed');
}

function contentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote what it read.
    throw new ProviderAway('reply-not-understood');
  }
}
