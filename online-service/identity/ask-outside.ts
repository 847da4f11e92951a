import { timingSafeEqual } from 'node:crypto';
import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { type Failed, fail, type Result } from '@certbridge/shared/contract/result.ts';
import { type KeptReplies, keptReplies, type OnceError } from '../once/kept-replies.ts';
import { OnceTaken } from '../once/once-store.ts';
import { refuseStale } from '../orders/move-order.ts';
import type { Order } from '../orders/order.ts';
import type { OrderStepRequest } from '../orders/order-step.ts';
import { SecondOrder } from '../orders/order-store.ts';
import { ownedOrder } from '../orders/owned-order.ts';
import { Refused } from '../refused.ts';
import { ProviderAway } from '../signed-wire/provider-away.ts';
import type { Stores } from '../stores.ts';
import type { Attempt } from './attempt-store.ts';
import type { IdentityTools } from './identity-tools.ts';
import { type Answer, askProvider } from './question.ts';

/** Longer than a provider may take; after it, whoever asked has died with the answer. */
const LEASE_MS = 30_000;
/** Each time because another order of the same person was being checked just then. */
const SETTLE_TRIES = 3;

export type ToAsk = Omit<Attempt, 'leaseUntil'>;

export interface Answered {
  readonly attempt: Attempt;
  readonly answer: Answer;
}

export interface OutsideStep<Value, Code extends ErrorCode> {
  /** The first transaction ends with a reply, or with what is to be asked. */
  prepare(order: Order, stores: Stores): Promise<Result<Value, Code> | ToAsk>;
  /** The second one, with the reply; for one caller only. */
  settle(order: Order, stores: Stores, answered: Answered): Promise<Result<Value, Code>>;
}

type OutsideError = OnceError | 'PROVIDER_AWAY' | 'ORDER_CHANGED' | 'ORDER_UNKNOWN' | 'ORDER_STEP_NOT_ALLOWED';

interface Work<Value, Code extends ErrorCode> {
  readonly tools: IdentityTools;
  readonly request: OrderStepRequest;
  readonly step: OutsideStep<Value, Code>;
  readonly replies: KeptReplies<Value, Code>;
}

/**
 * A step that asks somebody outside, between two transactions. What is asked is committed first, under an id for which
 * the provider does it once; so a crash anywhere leaves an attempt that the repetition of the request finds, and asks
 * again by the same id: never a second fen, never a second fact.
 */
export async function askOutside<Value, Code extends ErrorCode>(
  tools: IdentityTools,
  request: OrderStepRequest,
  step: OutsideStep<Value, Code>,
): Promise<Result<Value, Code | OutsideError>> {
  const replies = keptReplies<Value, Code>(tools, request);
  if (!replies) return fail('IDEMPOTENCY_KEY_MISSING');
  const work = { tools, request, step, replies };
  const begun = await begin(work);
  if ('ok' in begun) return begun;
  try {
    const answer = await askProvider(tools.providers, begun.id, begun.question);
    return await settle(work, { attempt: begun, answer }, SETTLE_TRIES);
  } catch (fault) {
    if (!(fault instanceof ProviderAway)) throw fault;
    await tools.transact((stores) => stores.attempts.release(begun.id, tools.now()));
    return fail('PROVIDER_AWAY');
  }
}

async function begin<Value, Code extends ErrorCode>(
  work: Work<Value, Code>,
): Promise<Result<Value, Code | OutsideError> | Attempt> {
  try {
    return await work.tools.transact((stores) => prepared(work, stores));
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.failed as Failed<OutsideError>;
    if (thrown instanceof OnceTaken) return fail('REQUEST_IN_PROGRESS');
    throw thrown;
  }
}

async function prepared<Value, Code extends ErrorCode>(
  { tools, request, step, replies }: Work<Value, Code>,
  stores: Stores,
): Promise<Result<Value, Code | OutsideError> | Attempt> {
  const { input, asked } = request;
  await ownedOrder(stores, asked, input.id);
  const order = await stores.orders.findToChange(input.id);
  const earlier = await replies.find(stores);
  if (earlier) return earlier;
  if (!order) return fail('ORDER_UNKNOWN');
  const by = { ...replies.key, digest: replies.digest };
  const mine = await stores.attempts.ofRequest(replies.key);
  if (mine && !timingSafeEqual(mine.digest, replies.digest)) return fail('IDEMPOTENCY_KEY_REUSED');
  if (mine) return goOn(mine.open);
  refuseStale(order, input.version);
  const toAsk = await step.prepare(order, stores);
  if ('ok' in toAsk) {
    await replies.keep(stores, toAsk);
    return toAsk;
  }
  const open = await stores.attempts.openAbout(toAsk.subject);
  if (open) return goOn(open);
  const attempt = { ...toAsk, leaseUntil: leaseFrom(tools.now()) };
  await stores.attempts.add(attempt, by);
  return attempt;

  async function goOn(left: Attempt | undefined): Promise<Failed<OutsideError> | Attempt> {
    // Answered meanwhile, for another request that went on with it.
    if (!left) return fail('ORDER_CHANGED');
    if (left.leaseUntil > tools.now()) return fail('REQUEST_IN_PROGRESS');
    const leaseUntil = leaseFrom(tools.now());
    await stores.attempts.takeOver(left.id, by, leaseUntil);
    return { ...left, leaseUntil };
  }
}

async function settle<Value, Code extends ErrorCode>(
  work: Work<Value, Code>,
  answered: Answered,
  tries: number,
): Promise<Result<Value, Code | OutsideError>> {
  const { tools, step, replies } = work;
  const { id, orderId } = answered.attempt;
  try {
    return await tools.transact(async (stores) => {
      const order = await stores.orders.findToChange(orderId);
      if (!order) return fail('ORDER_UNKNOWN');
      // Another request may have gone on with it while this one was taken for dead.
      if (!(await stores.attempts.answer(id, answered.answer, tools.now()))) {
        return (await replies.find(stores)) ?? fail('ORDER_CHANGED');
      }
      const result = await step.settle(order, stores, answered);
      await replies.keep(stores, result);
      return result;
    });
  } catch (thrown) {
    if (thrown instanceof SecondOrder && tries > 1) return settle(work, answered, tries - 1);
    throw thrown;
  }
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}
