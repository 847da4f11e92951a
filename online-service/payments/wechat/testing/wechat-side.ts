import { createCipheriv, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { RawNotification } from '../../payment-provider.ts';
import { wechatSettings } from '../wechat-settings.ts';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const spki = { type: 'spki', format: 'pem' } as const;

function rsaPair() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { privateKey, privatePem: privateKey.export(pem), publicPem: publicKey.export(spki) };
}

const merchant = rsaPair();
const platform = rsaPair();
export const PLATFORM_SERIAL = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1';
export const API_KEY = '0123456789abcdef0123456789ABCDEF';
export const MCHID = '1900000001';
export const APPID = 'wxd678efh567hg6787';

export const SETTINGS_CONTENT = {
  baseURL: 'https://api.mch.weixin.qq.com',
  mchid: MCHID,
  appid: APPID,
  merchant: { serial: '7132D72A03E93CDDF8C03BBD1F37EEDF2AB2DA51', privateKey: merchant.privatePem },
  apiV3Keys: [API_KEY],
  platformKeys: { [PLATFORM_SERIAL]: platform.publicPem },
};

export const settingsWith = (changes: Readonly<Record<string, unknown>> = {}) =>
  wechatSettings.parse({ ...SETTINGS_CONTENT, ...changes });

export const PAID_TRADE = {
  mchid: MCHID,
  appid: APPID,
  out_trade_no: 'CB26010800000001P01',
  transaction_id: '4200001234202601081234567890',
  trade_type: 'NATIVE',
  trade_state: 'SUCCESS',
  trade_state_desc: '支付成功',
  bank_type: 'OTHERS',
  attach: '',
  success_time: '2026-01-08T10:34:56+08:00',
  payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
  amount: { total: 30_000, payer_total: 30_000, currency: 'CNY', payer_currency: 'CNY' },
};

/** The resource as the provider seals it: tag at the end, all in base64. */
export function sealed(told: unknown, key = API_KEY) {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key), nonce).setAAD(Buffer.from('transaction'));
  const bytes = Buffer.concat([cipher.update(JSON.stringify(told)), cipher.final(), cipher.getAuthTag()]);
  return {
    original_type: 'transaction',
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: bytes.toString('base64'),
    associated_data: 'transaction',
    nonce,
  };
}

export const envelopeOf = (resource: unknown, event = 'TRANSACTION.SUCCESS') =>
  JSON.stringify({
    id: 'EV-2018022511223320873',
    create_time: '2026-01-08T10:34:57+08:00',
    resource_type: 'encrypt-resource',
    event_type: event,
    summary: '支付成功',
    resource,
  });

/** What the provider puts beside each body that it sends. */
export function signatureHeaders(body: string, timestamp: string): Record<string, string> {
  const nonce = randomBytes(16).toString('hex');
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': PLATFORM_SERIAL,
    'wechatpay-signature': sign(
      'sha256',
      Buffer.from(`${timestamp}\n${nonce}\n${body}\n`),
      platform.privateKey,
    ).toString('base64'),
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  };
}

export const secondsOf = (instant: Date) => String(Math.floor(instant.getTime() / 1000));

export function notificationOf(body: string, sentAt: Date): RawNotification {
  return { headers: signatureHeaders(body, secondsOf(sentAt)), body: Buffer.from(body) };
}
