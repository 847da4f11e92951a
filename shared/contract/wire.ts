import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { publicError } from './result.ts';

/** Chosen by whoever asks, unique while the request is open. */
export const requestId = z.string().check(z.minLength(1), z.maxLength(LIMITS.requestIdLength), z.regex(/^[\w.:-]+$/));

/**
 * The messages of every two-way boundary (page↔content, panel↔background, background↔host). Each is an exact shape:
 * a key too many is an error, so that nothing is smuggled past a door.
 */
export const requestMessage = z.strictObject({
  type: z.literal('request'),
  id: requestId,
  operation: z.string().check(z.minLength(1), z.maxLength(64)),
  input: z.unknown(),
  /** How long the caller waits, if that is shorter than the operation's own limit. */
  waitMs: z.optional(z.int().check(z.positive())),
});

export const cancelMessage = z.strictObject({ type: z.literal('cancel'), id: requestId });

export const replyMessage = z.strictObject({
  type: z.literal('reply'),
  id: requestId,
  result: z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: z.unknown() }),
    z.strictObject({ ok: z.literal(false), error: publicError }),
  ]),
});

export const eventMessage = z.strictObject({ type: z.literal('event'), id: requestId, value: z.unknown() });

/** An error about the connection itself, when no request could be read from what arrived. */
export const noticeMessage = z.strictObject({ type: z.literal('notice'), error: publicError });

export const toServer = z.discriminatedUnion('type', [requestMessage, cancelMessage]);
export const toClient = z.discriminatedUnion('type', [replyMessage, eventMessage, noticeMessage]);

export type RequestMessage = z.infer<typeof requestMessage>;
export type ReplyMessage = z.infer<typeof replyMessage>;
export type ToServer = z.infer<typeof toServer>;
export type ToClient = z.infer<typeof toClient>;
