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
});
export type SandboxReady = z.output<typeof sandboxReady>;
