import { verify } from 'node:crypto';
import type { RawNotification } from '../payment-provider.ts';
import { strictBase64 } from '../strict-base64.ts';
import type { WechatSettings } from './wechat-settings.ts';

/** As far as the provider's clock and ours may be apart; what was recorded earlier is too old to be sent again. */
const CLOCK_SECONDS = 300;
const SIGNED_BY = 'WECHATPAY2-SHA256-RSA2048';

/**
 * Whether the provider has sent it, just now, as it is. Its own probes, whose signatures begin with
 * `WECHATPAY/SIGNTEST/`, fail like any forgery, as they should.
 */
export function isGenuine(settings: WechatSettings, { headers, body }: RawNotification, now: Date): boolean {
  const said = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
  };
  const timestamp = said('wechatpay-timestamp');
  const nonce = said('wechatpay-nonce');
  const serial = said('wechatpay-serial');
  const signature = said('wechatpay-signature');
  const type = said('wechatpay-signature-type') || SIGNED_BY;
  if (type !== SIGNED_BY || !isNow(timestamp, now)) return false;
  const key = Object.hasOwn(settings.platformKeys, serial) ? settings.platformKeys[serial] : undefined;
  const bytes = strictBase64(signature);
  if (!key || !bytes || nonce === '') return false;
  const signed = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')]);
  return verify('sha256', signed, key, bytes);
}

function isNow(timestamp: string, now: Date): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(Number(timestamp) - now.getTime() / 1000) <= CLOCK_SECONDS;
}
