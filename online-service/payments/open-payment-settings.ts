import type { CodeWay } from '@certbridge/shared/contract/online/payments.ts';
import type { Logger } from 'pino';
import { alipaySettings } from './alipay/alipay-settings.ts';
import type { PaymentProvider } from './payment-provider.ts';
import type { PaymentSettings } from './payment-tools.ts';
import { readAccounts } from './remittance/read-accounts.ts';
import { openSettingsFile } from './settings/settings-file.ts';
import { wechatSettings } from './wechat/wechat-settings.ts';

/** The settings files, by way; what has none is no way to pay. */
export interface PaymentFiles {
  readonly alipay?: string;
  readonly wechat?: string;
  readonly remittance?: string;
}

export interface PaymentSurroundings {
  /** Where a provider tells of payments, as it reaches us. */
  readonly notifyUrl: (way: CodeWay) => string;
  readonly now: () => Date;
  readonly log: Logger;
}

/** At the start of the service: a file that cannot be used keeps it from starting. */
export async function openPaymentSettings(files: PaymentFiles, around: PaymentSurroundings): Promise<PaymentSettings> {
  const alipay = files.alipay === undefined ? undefined : await openAlipay(files.alipay, around);
  const wechat = files.wechat === undefined ? undefined : await openWechat(files.wechat, around);
  return {
    providers: { ...(alipay ? { alipay } : {}), ...(wechat ? { wechat } : {}) },
    accounts: await readAccounts(files.remittance, around.log),
  };
}

/** Each provider's own packages take up to a second to load: for those only who need them. */
async function openAlipay(path: string, { notifyUrl, now, log }: PaymentSurroundings): Promise<PaymentProvider> {
  const settings = await openSettingsFile({ variable: 'CERTBRIDGE_ALIPAY_FILE', path, schema: alipaySettings }, log);
  const { alipayProvider } = await import('./alipay/alipay-provider.ts');
  return alipayProvider({ settings, notifyUrl: () => notifyUrl('alipay'), now });
}

async function openWechat(path: string, { notifyUrl, now, log }: PaymentSurroundings): Promise<PaymentProvider> {
  const settings = await openSettingsFile({ variable: 'CERTBRIDGE_WECHAT_FILE', path, schema: wechatSettings }, log);
  const { wechatProvider } = await import('./wechat/wechat-provider.ts');
  return wechatProvider({ settings, notifyUrl: () => notifyUrl('wechat'), now });
}
