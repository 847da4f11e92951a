import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { maskMobile } from '@certbridge/shared/domain/masking.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { onceWith } from '../once/once.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { checkedMobile } from '../orders/checked-data.ts';
import type { OrderTools } from '../orders/order-tools.ts';
import { ownedBy } from '../orders/owned-order.ts';
import type { Stores } from '../stores.ts';
import { issueCode } from './issue-code.ts';
import { signingSubject } from './signing-subject.ts';

/** To the phone that the identity check has found to be the operator's own: with a bank card, the one known to the bank. */
export function sendSigningCode(tools: OrderTools): OperationHandler<OnlineContract['codes.send']> {
  return (input, asked) => {
    const look = ({ orders }: Stores) => orders.find(input.id);
    return onceWith(tools, { operation: 'codes.send', input, asked, look }, async (stores, found) => {
      const order = ownedBy(asked, found);
      const mobile = checkedMobile(order, tools.index);
      if (order.state !== 'submitted' || mobile === undefined) return fail('ORDER_STEP_NOT_ALLOWED');
      const issued = await issueCode(
        stores,
        {
          purpose: 'sign',
          subject: signingSubject(order),
          mobile,
          template: 'signing-code',
          values: { number: order.number, channel: order.channel.name },
          limits: [
            [LIMITS_OF.codesFromAddress, asked.address],
            [LIMITS_OF.codesOfChannel, order.channel.id],
          ],
        },
        tools,
      );
      if (!issued.ok) return issued;
      const { until, resendAt } = issued.value;
      return ok({ to: maskMobile(mobile), until: until.toISOString(), resendAt: resendAt.toISOString() });
    });
  };
}
