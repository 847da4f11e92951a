import * as z from 'zod/mini';
import { businessName } from '../domain/business.ts';
import { LIMITS } from './limits.ts';
import { operation } from './operation.ts';

/**
 * partner page ↔ content script. The content script takes only types from here (its size is its politeness) and checks
 * by hand; the background checks again by schema. Nothing about keys or people goes to a page.
 */
const nothing = z.strictObject({});
const size = { request: LIMITS.pageMessageBytes, reply: LIMITS.pageMessageBytes };

/** Marks our messages among all others that a page posts to itself. */
export const PAGE_MARK = 'certbridge';

/** What `hello` answers. Raise it when a page must tell the new contract from the old. */
export const PAGE_PROTOCOL = 1;

export const pageContract = {
  hello: operation({
    summary: 'Is the extension here, and which version?',
    input: nothing,
    output: z.strictObject({
      extensionVersion: z.string().check(z.maxLength(40)),
      protocol: z.int().check(z.positive()),
    }),
    errors: ['ORIGIN_NOT_REGISTERED'],
    timeLimitMs: 2_000,
    sizeLimitBytes: size,
  }),
  status: operation({
    summary: 'Is everything ready to work with a key?',
    input: nothing,
    output: z.strictObject({
      extensionVersion: z.string().check(z.maxLength(40)),
      host: z.enum(['ready', 'not-ready']),
    }),
    errors: ['ORIGIN_NOT_REGISTERED'],
    timeLimitMs: 10_000,
    sizeLimitBytes: size,
  }),
  'panel.open': operation({
    summary: 'Opens the panel, at a business if one is named.',
    input: z.strictObject({ business: z.optional(businessName) }),
    output: nothing,
    errors: ['ORIGIN_NOT_REGISTERED'],
    timeLimitMs: 5_000,
    sizeLimitBytes: size,
  }),
  'panel.close': operation({
    summary: 'Folds the panel away.',
    input: nothing,
    output: nothing,
    errors: [],
    timeLimitMs: 2_000,
    sizeLimitBytes: size,
  }),
} as const;

export type PageContract = typeof pageContract;
