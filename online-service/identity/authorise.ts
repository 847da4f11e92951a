import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import { needsAuthorisation } from '@certbridge/shared/domain/order/steps-of-order.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { hasStanding, latestFact } from '../orders/checked-data.ts';
import { applyChange } from '../orders/move-order.ts';
import { offerOf, subjectOf } from '../orders/offer-of.ts';
import type { IdentityFact, Order } from '../orders/order.ts';
import { orderStep } from '../orders/order-step.ts';
import type { Stores } from '../stores.ts';
import type { IdentityTools } from './identity-tools.ts';

const STATES: readonly Order['state'][] = ['filled', 'confirmed'];

/** Who can read the code has the legal representative's phone, or sees the unit's account. */
export function authorise(tools: IdentityTools): OperationHandler<OnlineContract['identity.authorise']> {
  return (input, asked) =>
    orderStep(tools, { operation: 'identity.authorise', input, asked }, async (order, stores) => {
      const wanted = needsAuthorisation(offerOf(order), subjectOf(order));
      if (!wanted || !STATES.includes(order.state)) return fail('ORDER_STEP_NOT_ALLOWED');
      if (order.times.authorised !== undefined) return order;
      // The fen came back, or the form says something else now: nobody can have read its remark.
      if (!hasStanding(order, 'unit', tools.index)) return fail('CODE_OVER');
      const used = await tools.codes.use(stores, { purpose: 'authorise', subject: order.id }, input.code);
      if (!used.ok) return used;
      const now = tools.now().toISOString();
      const facts = await provenBy(order, { tools, stores, now });
      const changes = { times: { ...order.times, authorised: now } };
      const changed = await applyChange(stores, order, { changes, audit: { event: 'authorise', by: 'applicant' } });
      return { ...changed, facts };
    });
}

interface Proving {
  readonly tools: IdentityTools;
  readonly stores: Stores;
  readonly now: string;
}

/** A fen that was on its way has arrived: its remark has been read. */
async function provenBy(order: Order, { tools, stores, now }: Proving): Promise<Order['facts']> {
  const sent = latestFact(order, 'unit', tools.index)?.fact;
  if (sent?.standing !== 'sent') return order.facts;
  const passed: IdentityFact = { ...sent, standing: 'passed', at: now };
  await stores.orders.addFact(order.id, passed);
  return order.facts.map((one) => (one === sent ? passed : one));
}
