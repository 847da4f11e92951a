import * as z from 'zod/mini';
import { channelId } from '../domain/channel-id.ts';
import { keyDetails, keyId } from '../domain/key.ts';
import { HOST_ERRORS } from './errors.ts';
import { hostState } from './host-state.ts';
import { keyEvent, keyList } from './key-events.ts';
import { operation } from './operation.ts';

const nothing = z.strictObject({});
const small = { request: 1024, reply: 4 * 1024 };

const origin = z.string().check(z.maxLength(300));
const portal = z.strictObject({ origin, name: z.string().check(z.maxLength(80)), channelId });

/** panel, popup, prompt and content scripts ↔ background. `extension/background/doors` says who may call what. */
export const panelContract = {
  'portal.describe': operation({
    summary: 'For a content script: the portal that this page belongs to, by the origin that the browser attests.',
    input: nothing,
    output: z.strictObject({
      ...portal.shape,
      loginSelectors: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(8)),
    }),
    errors: ['ORIGIN_NOT_REGISTERED'],
    timeLimitMs: 2_000,
    sizeLimitBytes: small,
  }),
  'page.status': operation({
    summary: 'For a content script: asks the host whether it is alive. Says nothing about keys.',
    input: nothing,
    output: z.strictObject({
      extensionVersion: z.string().check(z.maxLength(40)),
      host: z.enum(['ready', 'not-ready']),
    }),
    errors: ['ORIGIN_NOT_REGISTERED'],
    timeLimitMs: 8_000,
    sizeLimitBytes: small,
  }),
  'panel.openTab': operation({
    summary: 'Opens the panel in a tab of its own.',
    input: z.strictObject({ channelId: z.optional(channelId) }),
    output: nothing,
    errors: [],
    timeLimitMs: 5_000,
    sizeLimitBytes: small,
  }),
  'panel.close': operation({
    summary: 'For a panel in a page: asks the page around it to fold it away.',
    input: nothing,
    output: nothing,
    errors: [],
    timeLimitMs: 2_000,
    sizeLimitBytes: small,
  }),
  'page.watch': operation({
    summary: 'For a content script: what the extension wants of the page around the panel, until cancelled.',
    input: nothing,
    output: nothing,
    event: z.strictObject({ type: z.literal('close-panel') }),
    errors: ['ORIGIN_NOT_REGISTERED'],
    timeLimitMs: 'until-cancelled',
    sizeLimitBytes: small,
  }),
  'panel.context': operation({
    summary: 'Where this panel stands: the portal around it, or none in its own tab; and the service that it talks to.',
    input: nothing,
    output: z.strictObject({
      portal: z.nullable(portal),
      serviceUrl: z.string().check(z.maxLength(200), z.regex(/^https?:\/\/\S+$/)),
      version: z.string().check(z.maxLength(40)),
    }),
    errors: ['ORIGIN_NOT_REGISTERED'],
    timeLimitMs: 2_000,
    sizeLimitBytes: small,
  }),
  'host.watch': operation({
    summary: 'How the host stands, first now and then at every change, until cancelled.',
    input: nothing,
    output: nothing,
    event: hostState,
    errors: [],
    timeLimitMs: 'until-cancelled',
    sizeLimitBytes: { request: 1024, reply: 16 * 1024 },
  }),
  'host.retry': operation({
    summary: 'Tries at once to reach the host, instead of waiting for the next turn.',
    input: nothing,
    output: nothing,
    errors: [],
    timeLimitMs: 2_000,
    sizeLimitBytes: small,
  }),
  'keys.list': operation({
    summary: 'The plugged keys.',
    input: nothing,
    output: keyList,
    errors: ['NO_MODULES', ...HOST_ERRORS],
    timeLimitMs: 35_000,
    sizeLimitBytes: { request: 1024, reply: 128 * 1024 },
  }),
  'keys.watch': operation({
    summary: 'The plugged keys, first all and then each change, across host restarts, until cancelled.',
    input: nothing,
    output: nothing,
    event: keyEvent,
    errors: [],
    timeLimitMs: 'until-cancelled',
    sizeLimitBytes: { request: 1024, reply: 128 * 1024 },
  }),
  'key.read': operation({
    summary: 'One key with its certificates.',
    input: z.strictObject({ keyId }),
    output: keyDetails,
    errors: ['KEY_NOT_FOUND', 'KEY_REMOVED', 'MODULE_CRASHED', 'MODULE_NOT_RESPONDING', 'DRIVER_FAULT', ...HOST_ERRORS],
    timeLimitMs: 25_000,
    sizeLimitBytes: { request: 1024, reply: 512 * 1024 },
  }),
} as const;

export type PanelContract = typeof panelContract;
