import * as z from 'zod/mini';
import { keyDetails, keyId } from '../domain/key.ts';
import { keyEvent, keyList } from './key-events.ts';
import { LIMITS } from './limits.ts';
import { operation } from './operation.ts';

/** The host's name in every browser's registry of native messaging hosts. */
export const HOST_NAME = 'cn.certbridge.host';

const version = z.string().check(z.maxLength(40));
const protocolRange = z.object({ min: z.int().check(z.positive()), max: z.int().check(z.positive()) });

/**
 * The one tolerant shape of the contract: a later extension may say more about itself, and an older host must still
 * understand enough to answer which of the two is too old.
 */
const nativeHello = operation({
  summary: 'Exchanges versions and capabilities; the first request of every connection.',
  input: z.object({ extensionVersion: version, protocol: protocolRange }),
  output: z.object({
    hostVersion: version,
    protocol: protocolRange,
    /** The version that both sides use from here on. */
    agreed: z.int().check(z.positive()),
    capabilities: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(64)),
    platform: z.string().check(z.maxLength(40)),
  }),
  errors: ['HOST_TOO_OLD', 'EXTENSION_TOO_OLD', 'HOST_FORBIDDEN'],
  timeLimitMs: 5_000,
  sizeLimitBytes: { request: 4 * 1024, reply: 8 * 1024 },
});

/** background ↔ host */
export const nativeContract = {
  hello: nativeHello,
  ping: operation({
    summary: 'Answers at once: the host is alive.',
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    timeLimitMs: 5_000,
    sizeLimitBytes: { request: 1024, reply: 1024 },
  }),
  'keys.list': operation({
    summary: 'The keys that are plugged in, by every driver, and the drivers that are not well.',
    input: z.strictObject({}),
    output: keyList,
    errors: ['NO_MODULES'],
    timeLimitMs: 30_000,
    sizeLimitBytes: { request: 1024, reply: 128 * 1024 },
  }),
  'keys.watch': operation({
    summary: 'First the list, then each insertion, removal and change, until cancelled.',
    input: z.strictObject({}),
    output: z.strictObject({}),
    event: keyEvent,
    errors: ['NO_MODULES'],
    timeLimitMs: 'until-cancelled',
    sizeLimitBytes: { request: 1024, reply: 128 * 1024 },
  }),
  'key.read': operation({
    summary: 'One key with its certificates; needs no password.',
    input: z.strictObject({ keyId }),
    output: keyDetails,
    errors: ['KEY_NOT_FOUND', 'KEY_REMOVED', 'MODULE_CRASHED', 'MODULE_NOT_RESPONDING', 'DRIVER_FAULT'],
    timeLimitMs: 20_000,
    sizeLimitBytes: { request: 1024, reply: LIMITS.hostToBrowserBytes / 2 },
  }),
} as const;

export type NativeContract = typeof nativeContract;
