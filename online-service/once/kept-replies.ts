import { createHash, timingSafeEqual } from 'node:crypto';
import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import type { ONCE_ERRORS } from '@certbridge/shared/contract/online/online-operation.ts';
import { fail, type Result } from '@certbridge/shared/contract/result.ts';
import * as z from 'zod/mini';
import type { Asked } from '../asked.ts';
import type { SealedRecords } from '../personal-data/sealed-record.ts';
import type { Stores } from '../stores.ts';
import type { OnceKey } from './once-store.ts';

export type OnceError = (typeof ONCE_ERRORS)[number];

/** As long as a browser may sleep over an unanswered request. */
const REPLY_KEPT_MS = 24 * 3_600_000;

export interface ReplyTools {
  readonly records: SealedRecords;
  readonly now: () => Date;
}

export interface OnceRequest {
  readonly operation: string;
  readonly input: unknown;
  readonly asked: Asked;
}

/** The first reply to one request, found again by its repetitions. */
export interface KeptReplies<Value, Code extends ErrorCode> {
  readonly key: OnceKey;
  /** Of operation and input: the same key for something else is refused. */
  readonly digest: Uint8Array;
  find(stores: Stores): Promise<Result<Value, Code | OnceError> | undefined>;
  keep(stores: Stores, result: Result<Value, Code>): Promise<void>;
}

/** Undefined: the request carries no key. */
export function keptReplies<Value, Code extends ErrorCode>(
  { records, now }: ReplyTools,
  request: OnceRequest,
): KeptReplies<Value, Code> | undefined {
  const { caller, onceKey } = request.asked;
  if (onceKey === undefined) return undefined;
  const key = { caller, key: onceKey };
  const place = { table: 'once', id: `${caller}/${onceKey}`, purpose: 'reply' };
  const digest = digestOf(request);
  return {
    key,
    digest,
    async find(stores) {
      const done = await stores.once.find(key);
      if (!done) return undefined;
      if (!timingSafeEqual(done.request, digest)) return fail('IDEMPOTENCY_KEY_REUSED');
      return (await records.open(place, done.reply)) as Result<Value, Code>;
    },
    async keep(stores, result) {
      const reply = await records.seal(place, result);
      const until = new Date(now().getTime() + REPLY_KEPT_MS);
      const orderId = orderOf(request, result);
      stores.once.keep({ ...key, operation: request.operation, request: digest, reply, until, orderId });
    },
  };
}

const ofOrder = z.object({ id: z.uuid() });
const begunOrder = z.object({ ok: z.literal(true), value: z.object({ order: ofOrder }) });

/** The order that was asked about, or begun; other replies say nothing about anybody. */
function orderOf({ input }: OnceRequest, result: unknown): string | undefined {
  return ofOrder.safeParse(input).data?.id ?? begunOrder.safeParse(result).data?.value.order.id;
}

function digestOf({ operation, input }: OnceRequest): Uint8Array {
  return createHash('sha256')
    .update(JSON.stringify([operation, input]), 'utf8')
    .digest();
}
