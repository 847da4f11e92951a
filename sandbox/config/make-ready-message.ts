import type { Institutions } from '../open-institutions.ts';
import type { PayAccounts } from '../open-payments.ts';
import type { SmsAccount } from '../phones/sms-account.ts';
import { PORTALS } from '../portals/portals.ts';
import type { UsbEnv } from '../usb-port/usb-port.ts';
import { LOOPBACK } from './check-port.ts';
import type { PaymentSettings, SandboxReady } from './ready-message.ts';
import { usbModules } from './usb-modules.ts';

export interface SandboxParts {
  readonly env: UsbEnv;
  readonly account: SmsAccount;
  readonly smtpUrl: string;
  readonly accounts: Institutions['accounts'];
  readonly payAccounts: () => PayAccounts;
}

/** Where the providers are, and as whom the service comes to them. */
export function paymentSettings(port: number, { alipay, wechat, remittance }: PayAccounts): PaymentSettings {
  return {
    alipay: {
      gateway: `http://${LOOPBACK}:${port}/alipay/gateway.do`,
      ...alipay,
      alipayPublicKeys: [...alipay.alipayPublicKeys],
    },
    wechat: {
      baseURL: `http://${LOOPBACK}:${port}/wechat/`,
      ...wechat,
      apiV3Keys: [...wechat.apiV3Keys],
    },
    remittance,
  };
}

export function makeReadyMessage(port: number, parts: SandboxParts): SandboxReady {
  const { env, account, smtpUrl, accounts, payAccounts } = parts;
  const { templates, ...keys } = account;
  return {
    type: 'ready',
    url: `http://${LOOPBACK}:${port}/`,
    portals: PORTALS.map(({ id, host, channelId, name }) => ({
      id,
      url: `http://${host}:${port}/`,
      channelId,
      name: name['zh-CN'],
    })),
    usb: { env, modules: usbModules(env) },
    sms: {
      endpoint: `http://${LOOPBACK}:${port}`,
      ...keys,
      templates: Object.fromEntries(templates.map(({ name, code }) => [name, code])),
    },
    mail: { smtpUrl },
    bureau: { url: `http://${LOOPBACK}:${port}/bureau/`, ...accounts.bureau },
    bank: { url: `http://${LOOPBACK}:${port}/bank/`, ...accounts.bank },
    invoice: { url: `http://${LOOPBACK}:${port}/invoices/`, ...accounts.invoice },
    payments: paymentSettings(port, payAccounts()),
  };
}
