import { randomUUID } from 'node:crypto';
import type { IdentityCheck } from '@certbridge/shared/contract/online/order-view.ts';
import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import { randomCode } from '../codes/issue-code.ts';
import type { Order } from '../orders/order.ts';
import type { Stores } from '../stores.ts';
import type { ToAsk } from './ask-outside.ts';
import { partyQuestion, type QuestionTools } from './party-question.ts';
import { triesLeft } from './tries.ts';

/** As many as a reply may name. */
const MOST_ISSUES = 20;

export interface AttemptAbout {
  readonly order: Order;
  readonly party: IdentityCheck['party'];
}

/** What is to be asked, if the form is right and the day's tries are not used up. */
export async function newAttempt(
  tools: QuestionTools,
  stores: Stores,
  { order, party }: AttemptAbout,
): Promise<ToAsk | Failed<'FORM_INVALID' | 'IDENTITY_TRIES_OVER'>> {
  const about = partyQuestion(order, { party, remark: randomCode() }, tools);
  if ('faults' in about) {
    const issues = about.faults.slice(0, MOST_ISSUES).map(({ field, reason }) => ({ path: field, rule: reason }));
    return fail('FORM_INVALID', { issues });
  }
  const { question, subject, whom } = about;
  const toAsk = { id: randomUUID(), orderId: order.id, party, way: question.way, subject, whom, question };
  return (await triesLeft(stores, toAsk, tools.now())) > 0 ? toAsk : fail('IDENTITY_TRIES_OVER');
}
