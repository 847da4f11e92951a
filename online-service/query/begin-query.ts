import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { newCode } from '../codes/issue-code.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import { once } from '../once/once.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { checkedMobile } from '../orders/checked-data.ts';
import type { OrderTools } from '../orders/order-tools.ts';
import { NOBODY } from '../outbox/outbox.ts';
import { personOf } from './person-of.ts';

/** Longer than the work, shorter than anybody waits for an SMS. */
const ANSWER_TAKES_MS = 250;

/**
 * Whoever asks gets the same answer after the same steps, and the same limits apply to an ID that nobody has: a message
 * is sealed and stored for it as well, and goes to nobody. How many orders had to be opened to find the phone is hidden in
 * the time that every answer takes. Only the phone, if there is one, knows more.
 */
export function beginQuery(tools: OrderTools): OperationHandler<OnlineContract['query.begin']> {
  return async (input, asked) => {
    const answer = once(tools, { operation: 'query.begin', input, asked }, async (stores) => {
      if (!(await tools.captchas.passes(stores, input.captcha))) return fail('CAPTCHA_WRONG');
      const paper = { kind: input.idKind, number: input.idNumber };
      const person = personOf(tools.index, paper, chinaDate(tools.now()));
      const limited = await withinLimits(
        stores.limits,
        [
          [LIMITS_OF.queriesFromAddress, asked.address],
          [LIMITS_OF.codesToRecipient, person],
        ],
        tools,
      );
      if (limited) return limited;
      const id = randomUUID();
      const { code, until, resendAt } = await newCode(stores, { purpose: 'query', subject: id }, tools);
      await stores.queries.add({ id, person, until });
      const orders = await stores.orders.ofPerson(person);
      const mobile = orders.map((order) => checkedMobile(order, tools.index)).find((each) => each !== undefined);
      const to = mobile ?? NOBODY;
      await stores.outbox.put({ kind: 'sms', to, template: 'query-code', values: { code } }, { until });
      return ok({ queryId: id, until: until.toISOString(), resendAt: resendAt.toISOString() });
    });
    const [begun] = await Promise.all([answer, pause(ANSWER_TAKES_MS)]);
    return begun;
  };
}
