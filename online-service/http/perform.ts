import type { OnlineOperation } from '@certbridge/shared/contract/online.ts';
import { fail, type Result } from '@certbridge/shared/contract/result.ts';
import { checkedReply } from '@certbridge/shared/rpc/checked-reply.ts';
import { issuesOf } from '@certbridge/shared/rpc/issues-of.ts';
import type { FastifyRequest } from 'fastify';
import type { Asked } from '../asked.ts';
import { askedBy, type FindSession } from './asked-by.ts';
import { requestInput } from './request-input.ts';

export type AnyHandler = (input: unknown, asked: Asked) => Promise<Result<unknown>>;

export interface Work {
  readonly operation: OnlineOperation;
  readonly handler: AnyHandler;
  readonly findSession: FindSession;
  /** A reply of ours that broke the contract, for the log. */
  readonly reportBadReply: (cause: Error) => void;
}

/** Schema in, who asks, handler, schema out, within the operation's time and size. */
export async function perform(request: FastifyRequest, work: Work): Promise<Result<unknown>> {
  const { operation, handler, findSession, reportBadReply } = work;
  const limit = operation.sizeLimitBytes.request;
  if (request.url.length > limit) return fail('FRAME_TOO_LARGE', { values: { limit } });
  const input = requestInput(request);
  if (!input.ok) return input;
  const checked = operation.input.safeParse(input.value);
  if (!checked.success) return fail('INPUT_INVALID', { issues: issuesOf(checked.error) });
  const asked = await askedBy(request, operation, findSession);
  if (!asked.ok) return asked;
  return checkedReply(operation, await inTime(operation, handler(checked.data, asked.value)), reportBadReply);
}

function inTime(operation: OnlineOperation, work: Promise<Result<unknown>>): Promise<Result<unknown>> {
  const ms = operation.timeLimitMs;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result<unknown>>((resolve) => {
    timer = setTimeout(() => resolve(fail('DEADLINE_EXCEEDED', { values: { ms } })), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
