import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The lines that a signature covers, in docs/identity-providers.md; written here a second time, as the other side would. */
export function requestLines(asked: {
  readonly method: string;
  readonly path: string;
  readonly appId: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly requestId: string;
  readonly body: string;
}): string[] {
  const { method, path, appId, timestamp, nonce, requestId, body } = asked;
  return ['request', method, path, appId, timestamp, nonce, requestId, sha256(body)];
}

export function replyLines(answer: {
  readonly status: number;
  readonly nonce: string;
  readonly requestId: string;
  readonly timestamp: string;
  readonly body: string;
}): string[] {
  const { status, nonce, requestId, timestamp, body } = answer;
  return ['reply', String(status), nonce, requestId, timestamp, sha256(body)];
}

export function sign(key: string, lines: readonly string[]): string {
  return createHmac('sha256', Buffer.from(key, 'base64'))
    .update(`${lines.join('\n')}\n`, 'utf8')
    .digest('base64');
}

export function isSigned(key: string, lines: readonly string[], given: string): boolean {
  const [one, other] = [Buffer.from(sign(key, lines)), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
