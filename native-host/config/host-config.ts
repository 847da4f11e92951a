import { isAbsolute, win32 } from 'node:path';
import * as z from 'zod/mini';
import { workOrderKeys } from './work-order-keys.ts';

const absolutePath = z.string().check(
  z.maxLength(1000),
  z.refine((path) => isAbsolute(path) || win32.isAbsolute(path)),
);

/** Chrome's ids are 32 letters a–p; Firefox's look like a mail address or a GUID in braces. */
export const extensionId = z
  .string()
  .check(z.regex(/^(?:[a-p]{32}|[\w.-]{1,60}@[\w.-]{1,60}|\{[0-9a-fA-F-]{36}\})$/), z.maxLength(128));

/** `reinitialize`: the driver shows a key that came later only after C_Finalize and C_Initialize, as SoftHSM2 does. */
export const seesNewTokensAfter = z.enum(['polling', 'reinitialize']);

/**
 * How a watch hears of keys that come and go. `poll`: it looks several times a second. `wait`: C_WaitForSlotEvent blocks in
 * a thread of its own; only for a driver of which it is known that this works, beside calls of another thread.
 * `token-folder`: SoftHSM2's, by the folder in which it keeps its tokens.
 */
export const slotEvents = z.enum(['poll', 'wait', 'token-folder']);

/** One PKCS#11 driver. It comes from this file or from the known places, never from a message. */
export const moduleConfig = z.strictObject({
  id: z.string().check(z.regex(/^[\w.-]{1,40}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  path: absolutePath,
  env: z._default(z.record(z.string(), z.string()), {}),
  /** NSS takes its database's place in pReserved of CK_C_INITIALIZE_ARGS, as text; no other driver wants it. */
  libraryParameters: z.optional(z.string().check(z.maxLength(1000))),
  seesNewTokensAfter: z._default(seesNewTokensAfter, 'polling'),
  slotEvents: z.optional(slotEvents),
});

export const hostConfig = z.strictObject({
  allowedExtensionIds: z.array(extensionId).check(z.maxLength(32)),
  useKnownModules: z.boolean(),
  modules: z.array(moduleConfig).check(
    z.maxLength(32),
    z.refine((modules) => new Set(modules.map((module) => module.id)).size === modules.length),
  ),
  /** Keeps a small log in the data folder, for the hotline: `host.log`. */
  logFile: z.optional(z.boolean()),
  /** Whose orders it obeys; for the doctor, who asks whether it can be reached. */
  serviceUrl: z.optional(z.url({ protocol: /^https?$/ })),
  /** The service's public keys. Without them the host reads keys and writes to none. */
  workOrderKeys: z.optional(workOrderKeys),
});

export type ModuleConfig = z.infer<typeof moduleConfig>;
export type HostConfig = z.infer<typeof hostConfig>;
