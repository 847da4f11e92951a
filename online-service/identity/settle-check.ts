import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { type Failed, fail, type Ok, ok } from '@certbridge/shared/contract/result.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { checkedSubject, latestFact } from '../orders/checked-data.ts';
import { applyChange } from '../orders/move-order.ts';
import { offerOf } from '../orders/offer-of.ts';
import type { IdentityFact, Order } from '../orders/order.ts';
import type { OrderChanges } from '../orders/order-store.ts';
import { viewOfOrder } from '../orders/view-of-order.ts';
import { personOf } from '../query/person-of.ts';
import type { Stores } from '../stores.ts';
import type { Answered } from './ask-outside.ts';
import type { Attempt } from './attempt-store.ts';
import { keepRemark, sendCodeAfterCheck } from './authorisation-code.ts';
import type { IdentityTools } from './identity-tools.ts';
import { maskedSubject } from './masked-subject.ts';
import { partyQuestion } from './party-question.ts';
import { providerName } from './question.ts';
import { triesLeft } from './tries.ts';

export interface Settling {
  readonly tools: IdentityTools;
  readonly stores: Stores;
  readonly order: Order;
}

type CheckError = 'IDENTITY_DIFFERS' | 'TRANSFER_REFUSED' | 'ORDER_UNFINISHED' | 'ORDER_CHANGED';

/** What was found out becomes a fact of the order, whatever has become of the order meanwhile. */
export function settleCheck(settling: Settling, answered: Answered): Promise<Ok<OrderView> | Failed<CheckError>> {
  switch (answered.answer) {
    case 'passed':
    case 'sent':
      return stands(settling, answered);
    case 'differs':
    case 'refused':
      return fails(settling, answered);
  }
}

async function fails(settling: Settling, { attempt, answer }: Answered): Promise<Failed<CheckError>> {
  const { tools, stores, order } = settling;
  const asTyped = fieldsAsked(settling, attempt) && checkedSubject(order, attempt.party, tools.index);
  const subject = asTyped ?? attempt.subject;
  await keepFact(settling, factOf(attempt, { standing: 'failed', subject, tools }));
  if (answer === 'refused') return fail('TRANSFER_REFUSED');
  return fail('IDENTITY_DIFFERS', { values: { triesLeft: await triesLeft(stores, attempt, tools.now()) } });
}

async function stands(settling: Settling, { attempt, answer }: Answered): Promise<Ok<OrderView> | Failed<CheckError>> {
  const { tools, stores, order } = settling;
  const standing = answer === 'sent' ? 'sent' : 'passed';
  const fact = factOf(attempt, { standing, subject: attempt.subject, tools });
  const fields = fieldsAsked(settling, attempt);
  if (order.state !== 'drafting' || !fields) {
    await keepFact(settling, fact);
    return fail('ORDER_CHANGED');
  }
  const person = attempt.party === 'operator' ? personIn(attempt, tools) : undefined;
  const number = person && (await stores.orders.unfinishedBeside(order, person));
  if (number) return fail('ORDER_UNFINISHED', { values: { number } });
  await stores.orders.addFact(order.id, fact);
  const changes = changesBy(order, { fields, person, party: attempt.party });
  const audit = { event: 'check', by: 'applicant', note: `${attempt.party} ${attempt.way} ${standing}` } as const;
  const changed = await applyChange(stores, order, { changes, audit });
  if (attempt.party === 'unit') await sendCode(settling, changed, attempt);
  return ok(viewOfOrder({ ...changed, facts: [...order.facts, fact] }, tools));
}

/** A fact about what the form no longer says is history, and must not stand before one about what it says now. */
async function keepFact({ tools, stores, order }: Settling, fact: IdentityFact): Promise<void> {
  const latest = latestFact(order, fact.party, tools.index);
  const overtaken = latest?.current && latest.fact.subject !== fact.subject;
  if (!overtaken) await stores.orders.addFact(order.id, fact);
}

/** The form with the checked fields as they are kept, if it still says what was asked. */
function fieldsAsked({ tools, order }: Settling, { party, subject }: Attempt): FormFields | undefined {
  const now = partyQuestion(order, { party, remark: '' }, tools);
  return 'faults' in now || now.subject !== subject ? undefined : now.fields;
}

interface Found {
  readonly fields: FormFields;
  readonly person: string | undefined;
  readonly party: Attempt['party'];
}

/** Another unit, or the same one newly proved: an authorisation that was given before was not about this. */
function changesBy(order: Order, { fields, person, party }: Found): OrderChanges {
  const { authorised, ...times } = order.times;
  return {
    fields,
    ...(person === undefined ? {} : { person }),
    ...(party === 'unit' && authorised !== undefined ? { times } : {}),
  };
}

function personIn({ question }: Attempt, { index, now }: IdentityTools): string | undefined {
  if (question.way === 'account-transfer') return undefined;
  const { idKind: kind, idNumber: number } = question.elements;
  return personOf(index, { kind, number }, chinaDate(now()));
}

async function sendCode({ tools, stores }: Settling, order: Order, { question }: Attempt): Promise<void> {
  if (question.way === 'account-transfer') {
    await keepRemark(stores, order, { ...tools, remark: question.elements.remark });
  } else if (offerOf(order).authorisationCode) {
    await sendCodeAfterCheck(stores, order, tools);
  }
}

interface FoundOut extends Pick<IdentityFact, 'standing' | 'subject'> {
  readonly tools: IdentityTools;
}

/** One fact for an attempt, however often it is written. */
export function factOf(attempt: Attempt, { standing, subject, tools }: FoundOut): IdentityFact {
  const { id, party, way, question } = attempt;
  const about = maskedSubject(question);
  const provider = providerName(tools.providers, question);
  return { id, party, way, standing, at: tools.now().toISOString(), about, provider, subject };
}
