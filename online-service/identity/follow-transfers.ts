import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import { latestFact } from '../orders/checked-data.ts';
import type { OrderStepRequest } from '../orders/order-step.ts';
import { opens } from '../orders/owned-order.ts';
import { ProviderAway } from '../signed-wire/provider-away.ts';
import type { TransferUnderWay } from './attempt-store.ts';
import type { IdentityTools } from './identity-tools.ts';

const LOOK_EVERY_MS = 5 * 60_000;
/** A bank that has said nothing for so long says nothing any more; the code is over as well. */
const FOLLOWED_MS = 7 * 86_400_000;
const MOST_AT_ONCE = 100;

type FollowTools = Pick<IdentityTools, 'transact' | 'providers' | 'now'>;

/** Looks after the fens that have left, for a job to call; answers how many came back. */
export async function followTransfers(tools: FollowTools): Promise<number> {
  const now = tools.now().getTime();
  const due = await tools.transact((stores) =>
    stores.attempts.underWay({
      sentAfter: new Date(now - FOLLOWED_MS),
      lookedAtBefore: new Date(now - LOOK_EVERY_MS),
      atMost: MOST_AT_ONCE,
    }),
  );
  let returned = 0;
  for (const transfer of due) {
    const cameBack = await followed(tools, transfer);
    // The others would wait for it in vain as well.
    if (cameBack === 'provider-away') break;
    if (cameBack) returned += 1;
  }
  return returned;
}

/** What keeps another fen from being sent: the one that the form still names is found to have come back just now. */
export async function transferInTheWay(
  tools: FollowTools & Pick<IdentityTools, 'index'>,
  { input, asked }: OrderStepRequest,
): Promise<Failed<'TRANSFER_RETURNED' | 'TRIES_TOO_FAST'> | undefined> {
  const found = await tools.transact(async (stores) => {
    const order = await stores.orders.find(input.id);
    if (!order || !opens(asked, order)) return undefined;
    const latest = latestFact(order, 'unit', tools.index);
    if (!latest?.current || latest.fact.standing !== 'sent') return undefined;
    const limited = await withinLimits(stores.limits, [[LIMITS_OF.transfersOfOrder, order.id]], tools);
    return limited ?? { id: latest.fact.id, orderId: order.id };
  });
  if (!found || 'ok' in found) return found;
  return (await followed(tools, found)) === true ? fail('TRANSFER_RETURNED') : undefined;
}

async function followed(tools: FollowTools, transfer: TransferUnderWay): Promise<boolean | 'provider-away'> {
  try {
    return await follow(tools, transfer);
  } catch (fault) {
    if (fault instanceof ProviderAway) return 'provider-away';
    throw fault;
  }
}

async function follow(tools: FollowTools, transfer: TransferUnderWay): Promise<boolean> {
  const standing = await tools.providers.transfer.standing(transfer.id);
  switch (standing) {
    case 'under-way':
    case 'unknown':
      await tools.transact((stores) => stores.attempts.lookedAt(transfer.id, tools.now()));
      return false;
    case 'credited':
      await tools.transact((stores) => stores.attempts.end(transfer.id, 'credited'));
      return false;
    case 'returned':
      return returned(tools, transfer);
  }
}

/**
 * The order gets another version: a request by somebody who has not seen this sends nothing to the same account
 * again. A unit that was proved by the remark meanwhile stays proved.
 */
function returned(tools: FollowTools, { id, orderId }: TransferUnderWay): Promise<boolean> {
  return tools.transact(async (stores) => {
    const order = await stores.orders.findToChange(orderId);
    if (!(await stores.attempts.end(id, 'returned'))) return false;
    const fact = order?.facts.find((one) => one.id === id);
    if (!order || fact?.standing !== 'sent') return false;
    await stores.orders.addFact(orderId, { ...fact, standing: 'transfer-returned', at: tools.now().toISOString() });
    return stores.orders.change(order, {}, { event: 'check', by: 'service', note: 'unit transfer-returned' });
  });
}
