import { randomBytes, sign } from 'node:crypto';
import type { PlatformKey } from './wechat-keys.ts';

/** What stands beside everything that the provider says, a reply or a notification. */
export function signedHeaders({ serial, privateKey }: PlatformKey, body: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const nonce = randomBytes(16).toString('hex');
  const lines = Buffer.from(`${timestamp}\n${nonce}\n${body}\n`);
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': serial,
    'wechatpay-signature': sign('sha256', lines, privateKey).toString('base64'),
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  };
}
