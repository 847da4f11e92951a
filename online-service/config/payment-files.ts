import { resolve } from 'node:path';
import * as z from 'zod/mini';
import type { PaymentFiles } from '../payments/open-payment-settings.ts';
import type { Said } from '../problems/start-problem.ts';

const path = z.optional(z.string().check(z.maxLength(4096)));

/** How money comes in: a file for each way, because keys rotate while the service runs. */
export const paymentEnvironment = {
  CERTBRIDGE_ALIPAY_FILE: path,
  CERTBRIDGE_WECHAT_FILE: path,
  CERTBRIDGE_REMITTANCE_FILE: path,
};

const paymentData = z.object(paymentEnvironment);

export const PAYMENT_FILES_MUST_BE: Readonly<Record<keyof typeof paymentEnvironment, Said>> = {
  CERTBRIDGE_ALIPAY_FILE: {
    zh: '支付宝商户设置文件（JSON）的路径；不设置则不能用支付宝付款',
    en: 'the path of a JSON file with the settings of Alipay; unset, nobody can pay by it',
  },
  CERTBRIDGE_WECHAT_FILE: {
    zh: '微信支付商户设置文件（JSON）的路径；不设置则不能用微信支付付款',
    en: 'the path of a JSON file with the settings of WeChat Pay; unset, nobody can pay by it',
  },
  CERTBRIDGE_REMITTANCE_FILE: {
    zh: '收款账户文件（JSON）的路径；不设置则不能对公转账',
    en: 'the path of a JSON file with our bank accounts; unset, nobody can remit',
  },
};

export function paymentFilesOf(data: z.output<typeof paymentData>): PaymentFiles {
  const files = {
    alipay: data.CERTBRIDGE_ALIPAY_FILE,
    wechat: data.CERTBRIDGE_WECHAT_FILE,
    remittance: data.CERTBRIDGE_REMITTANCE_FILE,
  };
  const set = Object.entries(files).flatMap(([way, file]) => (file === undefined ? [] : [[way, resolve(file)]]));
  return Object.fromEntries(set);
}
