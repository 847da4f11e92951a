import * as z from 'zod/mini';

const portal = z.strictObject({ id: z.string(), url: z.url(), channelId: z.string(), name: z.string() });

/** A driver that sees the virtual keys, in the words of the host's configuration file. */
const usbModule = z.strictObject({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  env: z.record(z.string(), z.string()),
  seesNewTokensAfter: z.enum(['polling', 'reinitialize']),
});
export type UsbModule = z.output<typeof usbModule>;

/** What the sandbox tells the process that started it, once everything answers. */
export const sandboxReady = z.strictObject({
  type: z.literal('ready'),
  url: z.url(),
  portals: z.array(portal),
  usb: z.strictObject({
    env: z.strictObject({ SOFTHSM2_CONF: z.string(), PCSCLITE_CSOCK_NAME: z.string(), OPENSC_CONF: z.string() }),
    modules: z.array(usbModule),
  }),
});
export type SandboxReady = z.output<typeof sandboxReady>;
