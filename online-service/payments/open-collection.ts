import type { CodeWay, PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { type Failed, fail, ok } from '@certbridge/shared/contract/result.ts';
import { tradeNumber } from '@certbridge/shared/domain/payment/trade-number.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import { keptReplies } from '../once/kept-replies.ts';
import { once } from '../once/once.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { offerOf } from '../orders/offer-of.ts';
import type { Order } from '../orders/order.ts';
import { ownedOrder } from '../orders/owned-order.ts';
import { refusing } from '../orders/refusing.ts';
import type { Stores } from '../stores.ts';
import type { Collection } from './collection.ts';
import { closeAtProvider, firstLook } from './follow-collections.ts';
import { type PaymentProvider, PaymentProviderAway } from './payment-provider.ts';
import type { PaymentTools } from './payment-tools.ts';
import { viewOfPayment } from './payment-view.ts';

/** As long as a person takes to find the phone; a new one is a click away. */
const CODE_LIVES_MS = 15 * 60_000;
/** One that is nearly over is of no use to somebody who has yet to find the phone. */
const STILL_GOOD_MS = 60_000;

/**
 * The collection is stored before its provider hears of it, and is known there by our own number: a repetition, after
 * whatever accident, finds it and asks for the same QR again. So nothing is done twice, and the reply may be kept last.
 */
export function openCollection(tools: PaymentTools): OperationHandler<OnlineContract['payments.open']> {
  return async (input, asked) => {
    const request = { operation: 'payments.open', input, asked };
    const replies = keptReplies<PaymentView, PaymentError>(tools, request);
    if (!replies) return fail('IDEMPOTENCY_KEY_MISSING');
    const earlier = await tools.transact(replies.find);
    if (earlier) return earlier;
    const provider = tools.providers[input.way];
    const prepared = await refusing(() =>
      tools.transact(async (stores) => {
        const order = await ownedOrder(stores, asked, input.id);
        return refusal(order, input.way, provider) ?? ok({ order });
      }),
    );
    if (!prepared.ok) return once(tools, request, async () => prepared);
    try {
      const fault = provider && (await ensureOpen(tools, provider, { orderId: input.id, address: asked.address }));
      if (fault) return fault;
    } catch (thrown) {
      if (thrown instanceof PaymentProviderAway) return fail('PAYMENT_PROVIDER_AWAY');
      throw thrown;
    }
    return once<PaymentView, PaymentError>(tools, request, async (stores) =>
      ok(await viewOfPayment(stores, await ownedOrder(stores, asked, input.id), tools)),
    );
  };
}

type PaymentError = 'PAYMENT_NOT_ASKED' | 'PAYMENT_WAY_NOT_OFFERED';

function refusal(order: Order, way: CodeWay, provider: PaymentProvider | undefined): Failed<PaymentError> | undefined {
  if (order.payment !== 'awaiting') return fail('PAYMENT_NOT_ASKED');
  if (!offerOf(order).paymentWays.includes(way) || !provider) return fail('PAYMENT_WAY_NOT_OFFERED');
  return undefined;
}

interface Opening {
  readonly orderId: string;
  readonly address: string;
}

async function ensureOpen(
  tools: PaymentTools,
  provider: PaymentProvider,
  opening: Opening,
): Promise<Failed<'TRIES_TOO_FAST' | 'PAYMENT_NOT_ASKED'> | undefined> {
  const over = await tools.transact((stores) =>
    staleOf(stores, opening.orderId, { way: provider.way, now: tools.now() }),
  );
  // Closed for good before the next one opens: nobody shall find two that can be paid.
  if (over && (await closeAtProvider(tools, over)) === 'paid') return undefined;
  const next = await tools.transact((stores) => openingOne(stores, tools, { ...opening, way: provider.way }));
  if (!next.ok) return next;
  const { order, collection } = next.value;
  if (collection.state !== 'opening') return undefined;
  const { tradeNo, amount, expiresAt } = collection;
  const code = await provider.open({ tradeNo, amount, title: titleOf(order), expiresAt });
  await tools.transact((stores) =>
    stores.collections.change(collection, { state: 'open', code, lookAt: firstLook(tools.now()) }),
  );
  return undefined;
}

/** Open, and no longer good for somebody who begins to pay now. */
async function staleOf(
  stores: Stores,
  orderId: string,
  { way, now }: { readonly way: CodeWay; readonly now: Date },
): Promise<Collection | undefined> {
  const latest = (await stores.collections.ofOrder(orderId)).findLast((one) => one.way === way);
  if (!latest || latest.state === 'closed' || latest.state === 'paid') return undefined;
  return latest.state === 'closing' || latest.expiresAt.getTime() - now.getTime() < STILL_GOOD_MS ? latest : undefined;
}

/** The one that is there, or a new one; under the order's lock, so that two tabs get the same. */
async function openingOne(stores: Stores, tools: PaymentTools, { orderId, address, way }: Opening & { way: CodeWay }) {
  const order = await stores.orders.findToChange(orderId);
  const total = order?.price?.total;
  if (order?.payment !== 'awaiting' || !total) return fail('PAYMENT_NOT_ASKED');
  const collections = await stores.collections.ofOrder(orderId);
  const there = collections.findLast((one) => one.way === way && (one.state === 'opening' || one.state === 'open'));
  if (there) return ok({ order, collection: there });
  const limited = await withinLimits(stores.limits, [[LIMITS_OF.codesOfOrder, `${orderId} ${address}`]], tools);
  if (limited) return limited;
  const now = tools.now();
  const collection = await stores.collections.add({
    orderId,
    way,
    tradeNo: tradeNumber(order.number, collections.length + 1),
    amount: total,
    state: 'opening',
    expiresAt: new Date(now.getTime() + CODE_LIVES_MS),
    // Whoever opens it may die before it is open: then it is looked after, and ends with its time.
    lookAt: new Date(now.getTime() + CODE_LIVES_MS),
    createdAt: now,
  });
  return collection ? ok({ order, collection }) : fail('PAYMENT_NOT_ASKED');
}

/** What the payer reads at the provider's: nothing personal. */
function titleOf(order: Order): string {
  return `数字证书 ${order.number}`;
}
