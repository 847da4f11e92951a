import * as z from 'zod/mini';

const portal = z.strictObject({ id: z.string(), url: z.url(), channelId: z.string(), name: z.string() });

/** A driver that sees the virtual keys, in the words of the host's configuration file. */
const usbModule = z.strictObject({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  env: z.record(z.string(), z.string()),
  seesNewTokensAfter: z.enum(['polling', 'reinitialize']),
  slotEvents: z.enum(['poll', 'wait', 'token-folder']),
});
export type UsbModule = z.output<typeof usbModule>;

/** Where a service finds an institution, and as whom it signs. */
const institution = z.strictObject({ url: z.url(), appId: z.string(), key: z.string() });

/** A shop at Alipay, in the words of the service's settings file. */
const alipay = z.strictObject({
  gateway: z.url(),
  appId: z.string(),
  sellerId: z.string(),
  appPrivateKey: z.string(),
  alipayPublicKeys: z.array(z.string()),
});

/** A shop at WeChat Pay, likewise. */
const wechat = z.strictObject({
  baseURL: z.url(),
  mchid: z.string(),
  appid: z.string(),
  merchant: z.strictObject({ serial: z.string(), privateKey: z.string() }),
  apiV3Keys: z.array(z.string()),
  platformKeys: z.record(z.string(), z.string()),
});

const bankAccount = z.strictObject({ name: z.string(), number: z.string(), bank: z.string() });

/** As whom the service collects money; each is what one of its settings files holds. */
const payments = z.strictObject({
  alipay,
  wechat,
  remittance: z.strictObject({ remittance: bankAccount, treasury: bankAccount }),
});
export type PaymentSettings = z.output<typeof payments>;

/** What it tells later, when somebody has rotated a provider's keys. */
export const sandboxKeys = z.strictObject({ type: z.literal('keys'), payments });
export type SandboxKeys = z.output<typeof sandboxKeys>;

/** What the sandbox tells the process that started it, once everything answers. */
export const sandboxReady = z.strictObject({
  type: z.literal('ready'),
  url: z.url(),
  portals: z.array(portal),
  usb: z.strictObject({
    env: z.strictObject({ SOFTHSM2_CONF: z.string(), PCSCLITE_CSOCK_NAME: z.string(), OPENSC_CONF: z.string() }),
    modules: z.array(usbModule),
  }),
  /** Where the service sends its messages, in the words of its own settings. */
  sms: z.strictObject({
    endpoint: z.url(),
    accessKeyId: z.string(),
    accessKeySecret: z.string(),
    signName: z.string(),
    templates: z.record(z.string(), z.string()),
  }),
  mail: z.strictObject({ smtpUrl: z.url() }),
  bureau: institution,
  bank: institution,
  invoice: institution,
  payments,
});
export type SandboxReady = z.output<typeof sandboxReady>;
