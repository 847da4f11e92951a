import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { signedContent } from '../../../sandbox/alipay/signed-content.ts';
import type { NotifyRequest } from '../../../sandbox/pay/notifier.ts';
import type { PayProvider } from '../../../sandbox/pay/trade.ts';
import { signedHeaders } from '../../../sandbox/pay/wechat/sign-content.ts';
import type { Delivered } from './deliver.ts';
import type { Spoiled } from './plan-deliveries.ts';
import type { Seeded } from './seeded.ts';

export interface Spoiling {
  readonly provider: PayProvider;
  readonly as: Spoiled;
  readonly random: Seeded;
}

const PROBE = `WECHATPAY/SIGNTEST/${randomBytes(240).toString('base64')}`;
let stranger: KeyObject | undefined;

/** A genuine request, made into one that nobody may believe. */
export function spoil(request: NotifyRequest, { provider, as, random }: Spoiling): Delivered {
  switch (as) {
    case 'forged':
      return provider === 'alipay' ? forgedAlipay(request) : forgedWechat(request);
    case 'altered':
      return { ...request, body: altered(request.body, random) };
    case 'probe':
      return provider === 'alipay'
        ? forgedAlipay(request)
        : { ...request, headers: { ...request.headers, 'wechatpay-signature': PROBE } };
    default:
      return as satisfies never;
  }
}

/** Everything is right but the key. */
function forgedAlipay({ headers, body }: NotifyRequest): NotifyRequest {
  const parameters = Object.fromEntries(new URLSearchParams(body));
  const { sign_type: _, ...signed } = parameters;
  const signature = sign('RSA-SHA256', Buffer.from(signedContent(signed)), strangersKey()).toString('base64');
  return { headers, body: new URLSearchParams({ ...parameters, sign: signature }).toString() };
}

function forgedWechat({ headers, body }: NotifyRequest): NotifyRequest {
  const serial = headers['wechatpay-serial'] ?? '';
  return { headers: { ...headers, ...signedHeaders({ serial, privateKey: strangersKey() }, body, new Date()) }, body };
}

/** One bit of one byte, anywhere. */
function altered(body: string, random: Seeded): Uint8Array {
  const bytes = Buffer.from(body);
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

function strangersKey(): KeyObject {
  stranger ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  return stranger;
}
