import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import { materialsOf } from '@certbridge/shared/domain/order/materials-of-order.ts';
import { needsAuthorisation } from '@certbridge/shared/domain/order/steps-of-order.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { hasStanding } from './checked-data.ts';
import { moveOrder, stateAfter } from './move-order.ts';
import { offerOf, subjectOf } from './offer-of.ts';
import { orderStep } from './order-step.ts';
import type { OrderTools } from './order-tools.ts';

export function submitMaterials(tools: OrderTools): OperationHandler<OnlineContract['orders.submit']> {
  return (input, asked) =>
    // No slot is emptied between our look at the materials and the submission.
    orderStep(tools, { operation: 'orders.submit', input, asked, alone: true }, async (order, stores) => {
      stateAfter(order, { event: 'submit', by: 'applicant' });
      const offer = offerOf(order);
      const subject = subjectOf(order);
      if (needsAuthorisation(offer, subject) && order.times.authorised === undefined) return fail('NOT_AUTHORISED');
      // The fen may have come back since the form was filled in.
      if (order.holder === 'unit' && !hasStanding(order, 'unit', tools.index)) return fail('IDENTITY_NOT_CHECKED');
      const stored = new Set(order.materials.map(({ slot }) => slot));
      const missing = materialsOf(offer, subject).filter((slot) => !stored.has(slot));
      if (missing.length > 0) return fail('MATERIALS_MISSING', { values: { count: missing.length } });
      const times = { ...order.times, submitted: tools.now().toISOString() };
      return moveOrder(stores, order, { event: 'submit', by: 'applicant', changes: { times } });
    });
}
