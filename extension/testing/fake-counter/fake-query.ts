import type { OrderSummary, OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { ORDER_MACHINE } from '@certbridge/shared/domain/machines/order-machine.ts';
import { maskName } from '@certbridge/shared/domain/masking.ts';
import type { Asked, OperationName } from './fake-fetch.ts';
import type { FakeOrder } from './fake-order.ts';
import { RIGHT } from './fake-steps.ts';

export const PERSON_TOKEN = 'P'.repeat(43);

export interface QueryParts {
  readonly orders: ReadonlyMap<string, FakeOrder>;
  readonly view: (order: FakeOrder) => OrderView;
  readonly after: (seconds: number) => string;
}

type Answers = { [Name in OperationName & `${'query' | 'my'}.${string}`]?: (asked: Asked) => Result<unknown> };

/** Everybody's orders for whoever knows the code; every ID number gets the same answer. */
export function fakeQuery({ orders, view, after }: QueryParts): Answers {
  const triesLeft = new Map<string, number>();
  return {
    'query.begin': ({ input }) => {
      const { answer } = input['captcha'] as { answer: string };
      if (answer !== RIGHT.captcha) return fail('CAPTCHA_WRONG');
      const queryId = crypto.randomUUID();
      triesLeft.set(queryId, 5);
      return ok({ queryId, until: after(300), resendAt: after(60) });
    },
    'query.verify': ({ input }) => {
      const queryId = String(input['queryId']);
      const left = triesLeft.get(queryId) ?? 0;
      if (left === 0) return fail('CODE_OVER');
      triesLeft.set(queryId, left - 1);
      if (input['code'] !== RIGHT.code) return fail('CODE_WRONG', { values: { triesLeft: left - 1 } });
      return ok({ token: PERSON_TOKEN, tokenUntil: after(1800) });
    },
    'my.orders': ({ token }) => {
      if (token !== PERSON_TOKEN) return fail('SESSION_MISSING');
      return ok({ orders: [...orders.values()].reverse().map((order) => summaryOf(view(order))) });
    },
  };
}

function summaryOf(order: OrderView): OrderSummary {
  const { id, number, channelName, business, holder, fields, state, payment, createdAt, actions, price } = order;
  const ofUnit = holder === 'unit';
  return {
    id,
    number,
    channelName,
    business,
    certificateName: ofUnit ? (fields['unit.name'] ?? '') : maskName(fields['operator.name'] ?? ''),
    state,
    payment,
    finished: ORDER_MACHINE.ends.includes(state),
    createdAt,
    ...(price ? { total: price.total } : {}),
    ...(ofUnit ? { passwordWay: 'legal-representative-phone' } : {}),
    actions,
  };
}
