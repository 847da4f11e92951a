import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import { type Failed, fail, type Ok, ok } from '@certbridge/shared/contract/result.ts';
import { maskMobile } from '@certbridge/shared/domain/masking.ts';
import { needsAuthorisation } from '@certbridge/shared/domain/order/steps-of-order.ts';
import { issueCode } from '../codes/issue-code.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { once } from '../once/once.ts';
import type { OperationHandler } from '../operation-handler.ts';
import { hasStanding, latestFact } from '../orders/checked-data.ts';
import { offerOf, subjectOf } from '../orders/offer-of.ts';
import type { Order } from '../orders/order.ts';
import type { Stores } from '../stores.ts';
import { type Answered, askOutside, type ToAsk } from './ask-outside.ts';
import { keepRemark, provenMobile, valuesOf } from './authorisation-code.ts';
import { transferInTheWay } from './follow-transfers.ts';
import type { IdentityTools } from './identity-tools.ts';
import { maskedSubject } from './masked-subject.ts';
import { newAttempt } from './new-attempt.ts';
import { factOf } from './settle-check.ts';

/** A fen needs its time before a second one is worth it. */
const NEXT_FEN_MS = 10 * 60_000;

interface Sent {
  readonly to: string;
  readonly resendAt: string;
}

export function sendAuthorisation(
  tools: IdentityTools,
): OperationHandler<OnlineContract['identity.sendAuthorisation']> {
  return async (input, asked) => {
    const request = { operation: 'identity.sendAuthorisation', input, asked };
    const inTheWay = await transferInTheWay(tools, request);
    if (inTheWay) return once(tools, request, async () => inTheWay);
    return askOutside(tools, request, {
      async prepare(order, stores) {
        if (!isWaitedFor(order, tools)) return fail('ORDER_STEP_NOT_ALLOWED');
        const mobile = provenMobile(order);
        return mobile === undefined ? nextFen(tools, stores, order) : sendBySms(tools, stores, { order, mobile });
      },
      settle: (order, stores, answered) => settleFen(tools, stores, { order, ...answered }),
    });
  };
}

const STATES: readonly Order['state'][] = ['drafting', 'filled', 'confirmed'];

/** The unit is checked, must authorise, and has not. */
function isWaitedFor(order: Order, { index }: IdentityTools): boolean {
  const wanted = needsAuthorisation(offerOf(order), subjectOf(order)) && order.times.authorised === undefined;
  return wanted && STATES.includes(order.state) && hasStanding(order, 'unit', index);
}

interface BySms {
  readonly order: Order;
  readonly mobile: string;
}

async function sendBySms(tools: IdentityTools, stores: Stores, { order, mobile }: BySms) {
  const issued = await issueCode(
    stores,
    {
      purpose: 'authorise',
      subject: order.id,
      mobile,
      template: 'authorisation-code',
      values: valuesOf(order),
      limits: [[LIMITS_OF.codesOfChannel, order.channel.id]],
    },
    tools,
  );
  return issued.ok ? ok({ to: maskMobile(mobile), resendAt: issued.value.resendAt.toISOString() }) : issued;
}

async function nextFen(
  tools: IdentityTools,
  stores: Stores,
  order: Order,
): Promise<ToAsk | Failed<'CODE_TOO_SOON' | 'IDENTITY_TRIES_OVER' | 'ORDER_STEP_NOT_ALLOWED'>> {
  const sentAt = new Date(latestFact(order, 'unit', tools.index)?.fact.at ?? 0).getTime();
  const waitMs = sentAt + NEXT_FEN_MS - tools.now().getTime();
  if (waitMs > 0) return fail('CODE_TOO_SOON', { values: { seconds: Math.ceil(waitMs / 1000) } });
  const attempt = await newAttempt(tools, stores, { order, party: 'unit' });
  if (!('ok' in attempt)) return attempt;
  // What was checked once had no faults: its rules have changed since, and the form must be opened again.
  return fail(attempt.error.code === 'FORM_INVALID' ? 'ORDER_STEP_NOT_ALLOWED' : attempt.error.code);
}

interface Settled extends Answered {
  readonly order: Order;
}

/** A refusal takes nothing from the fen that is under way: its remark may still be read. */
async function settleFen(
  tools: IdentityTools,
  stores: Stores,
  { order, attempt, answer }: Settled,
): Promise<Ok<Sent> | Failed<'TRANSFER_REFUSED' | 'ORDER_CHANGED'>> {
  const { question, subject } = attempt;
  // The form was opened again meanwhile: this remark would prove another account.
  if (latestFact(order, 'unit', tools.index)?.fact.subject !== subject) return fail('ORDER_CHANGED');
  if (answer !== 'sent' || question.way !== 'account-transfer') return fail('TRANSFER_REFUSED');
  await stores.orders.addFact(order.id, factOf(attempt, { standing: 'sent', subject, tools }));
  await keepRemark(stores, order, { ...tools, remark: question.elements.remark });
  const resendAt = new Date(tools.now().getTime() + NEXT_FEN_MS).toISOString();
  return ok({ to: maskedSubject(question), resendAt });
}
