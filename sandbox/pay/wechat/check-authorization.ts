import { verify } from 'node:crypto';
import { WechatError } from './wechat-error.ts';
import { MCHID, type WechatKeys } from './wechat-keys.ts';

export interface ArrivedRequest {
  readonly method: string;
  /** As it came, with its query. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** As far as two clocks may be apart. */
const CLOCK_SECONDS = 300;
const SCHEME = /^WECHATPAY2-SHA256-RSA2048 (.+)$/;
const PART = /^(\w+)="([^"]*)"$/;
const PARTS = ['mchid', 'serial_no', 'timestamp', 'nonce_str', 'signature'] as const;
type Part = (typeof PARTS)[number];

/** Who asks, that it is his word, and that it is fresh; in the provider's own words when it is not. */
export function checkAuthorization(keys: WechatKeys, asked: ArrivedRequest, now: Date): void {
  const { mchid, serial_no: serial, timestamp, nonce_str: nonce, signature } = partsOf(asked.authorization);
  if (mchid !== MCHID) throw new WechatError('SIGN_ERROR', '商户号有误，请检查参数mchid');
  if (serial !== keys.merchantSerial) {
    throw new WechatError('SIGN_ERROR', '商户证书序列号有误。请使用签名私钥匹配的证书序列号');
  }
  if (!(Math.abs(Number(timestamp) - now.getTime() / 1000) <= CLOCK_SECONDS)) {
    throw new WechatError('SIGN_ERROR', 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟');
  }
  if (!/^\w{1,32}$/.test(nonce)) throw new WechatError('SIGN_ERROR', 'Http头Authorization中的nonce_str有误');
  const { method, path, body } = asked;
  const lines = `${method}\n${path}\n${timestamp}\n${nonce}\n${body}\n`;
  if (verify('sha256', Buffer.from(lines), keys.merchantKey, Buffer.from(signature, 'base64'))) return;
  throw new WechatError('SIGN_ERROR', '错误的签名，验签失败', {
    detail: { issue: 'sign not match' },
    field: 'signature',
    location: 'authorization',
    sign_information: { method, url: path, sign_message_length: Buffer.byteLength(lines) },
  });
}

function partsOf(authorization = ''): Readonly<Record<Part, string>> {
  const found = new Map(
    SCHEME.exec(authorization)?.[1]
      ?.split(',')
      .map((part) => {
        const [, name = '', value = ''] = PART.exec(part.trim()) ?? [];
        return [name, value] as const;
      }),
  );
  const parts = PARTS.map((name) => [name, found.get(name)] as const);
  if (parts.some(([, value]) => value === undefined)) {
    throw new WechatError('SIGN_ERROR', 'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》');
  }
  return Object.fromEntries(parts) as Record<Part, string>;
}
