import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import type { Notification, NotifyRequest } from '../notifier.ts';
import { chinaTime } from './china-time.ts';
import { signedHeaders } from './sign-content.ts';
import { type PlatformKey, strangersKey } from './wechat-keys.ts';
import type { WechatSide } from './wechat-side.ts';

const [MINUTE, HOUR] = [60, 3_600];
/** Fifteen repetitions within about a day. */
const WAITS = [
  15,
  15,
  30,
  3 * MINUTE,
  10 * MINUTE,
  20 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  60 * MINUTE,
  3 * HOUR,
  3 * HOUR,
  3 * HOUR,
  6 * HOUR,
  6 * HOUR,
];

export type EventType = 'TRANSACTION.SUCCESS' | 'REFUND.SUCCESS' | 'REFUND.ABNORMAL' | 'REFUND.CLOSED';

export interface ShopNews {
  readonly event: EventType;
  readonly summary: string;
  readonly tradeNo: string;
  readonly url: string;
  /** What is sealed. */
  readonly told: object;
}

type Sender = Pick<WechatSide, 'keys' | 'now'>;

/** Sealed and signed for each delivery anew, under the id that all of them have. */
export function newsFor(side: Sender, news: ShopNews): Notification {
  const about = { id: randomUUID(), createdAt: side.now() };
  return delivery(news, about, () => {
    const body = bodyOf(side, news, about);
    return sent(body, signedHeaders(side.keys.platform(), body, side.now()));
  });
}

/** What somebody else says in the provider's name: everything is right but the key. */
export function forgedNews(side: Sender, news: ShopNews): Notification {
  const about = { id: randomUUID(), createdAt: side.now() };
  return delivery(news, about, () => {
    const body = bodyOf(side, news, about);
    const stranger: PlatformKey = { serial: side.keys.platform().serial, privateKey: strangersKey() };
    return sent(body, signedHeaders(stranger, body, side.now()));
  });
}

/** The provider tries whether the shop verifies: the signature says what it is, and is wrong. */
export function probeNews(side: Sender, news: ShopNews): Notification {
  const about = { id: randomUUID(), createdAt: side.now() };
  return delivery(news, about, () => {
    const body = bodyOf(side, news, about);
    const signature = `WECHATPAY/SIGNTEST/${randomBytes(240).toString('base64')}`;
    return sent(body, { ...signedHeaders(side.keys.platform(), body, side.now()), 'wechatpay-signature': signature });
  });
}

interface About {
  readonly id: string;
  readonly createdAt: Date;
}

function delivery({ tradeNo, url }: ShopNews, { id }: About, make: () => NotifyRequest): Notification {
  return {
    provider: 'wechat',
    id,
    tradeNo,
    url,
    make,
    isAcknowledged: ({ status }) => status === 200 || status === 204,
    waits: WAITS,
  };
}

function sent(body: string, headers: Readonly<Record<string, string>>): NotifyRequest {
  return { headers: { 'content-type': 'application/json', accept: '*/*', ...headers }, body };
}

function bodyOf({ keys }: Sender, { event, summary, told }: ShopNews, { id, createdAt }: About): string {
  const kind = event.startsWith('REFUND') ? 'refund' : 'transaction';
  return JSON.stringify({
    id,
    create_time: chinaTime(createdAt),
    resource_type: 'encrypt-resource',
    event_type: event,
    summary,
    resource: { original_type: kind, ...sealed(JSON.stringify(told), keys.apiV3Key, kind) },
  });
}

function sealed(text: string, key: string, about: string): object {
  const nonce = randomBytes(9).toString('base64url');
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key), nonce).setAAD(Buffer.from(about));
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { algorithm: 'AEAD_AES_256_GCM', ciphertext: bytes.toString('base64'), associated_data: about, nonce };
}
