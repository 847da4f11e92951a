import type { Channel } from '../channel.ts';
import type { FormSubject } from '../form/form-sections.ts';
import type { OrderState } from '../machines/order-machine.ts';
import type { PaymentState } from '../machines/payment-machine.ts';
import { type OrderStep, stepsOfOrder } from './steps-of-order.ts';

/** When each thing happened, as ISO times. Going back to the form removes what it voids. */
export const ORDER_TIMES = [
  'filled',
  'confirmed',
  'authorised',
  'submitted',
  'signed',
  'paid',
  'invoiced',
  'returned',
  'approved',
  'made',
  'posted',
  'completed',
] as const;
export type OrderTime = (typeof ORDER_TIMES)[number];
export type OrderTimes = { readonly [Time in OrderTime]?: string };

export interface TimelineStep {
  readonly step: OrderStep;
  readonly standing: 'done' | 'now' | 'to-come' | 'failed';
  readonly at?: string;
  readonly promised?: string;
}

/** The facts that a displayed status is derived from. */
export interface OrderFacts {
  readonly offer: Channel['offers'][number];
  readonly subject: FormSubject;
  readonly state: OrderState;
  readonly payment: PaymentState;
  readonly times: OrderTimes;
  /** Adds working days to the day of a time. */
  readonly workingDaysAfter: (time: string, days: number) => string;
}

const DONE_AT: Readonly<Record<OrderStep, OrderTime>> = {
  'fill-in': 'filled',
  confirm: 'confirmed',
  authorise: 'authorised',
  materials: 'submitted',
  sign: 'signed',
  pay: 'paid',
  review: 'approved',
  make: 'made',
  post: 'posted',
  receive: 'completed',
  synchronise: 'completed',
};

/** What has happened, what is going on, and what will: the first step that is not done is now, unless the order has ended. */
export function timelineOfOrder(facts: OrderFacts): TimelineStep[] {
  const ended = facts.state === 'cancelled' || facts.state === 'lapsed';
  let nowTaken = ended;
  return stepsOfOrder(facts.offer, facts.subject).map((step) => {
    const at = facts.times[DONE_AT[step]];
    if (at !== undefined) return { step, standing: 'done', at };
    if (step === 'review' && facts.state === 'returned') {
      nowTaken = true;
      return { step, standing: 'failed', ...(facts.times.returned ? { at: facts.times.returned } : {}) };
    }
    if (nowTaken) return { step, standing: 'to-come', ...promiseOf(step, facts) };
    nowTaken = true;
    return { step, standing: 'now', ...promiseOf(step, facts) };
  });
}

/** A promise is counted from what it waits for; before that there is no date to be named. */
function promiseOf(step: OrderStep, { offer, subject, times, workingDaysAfter }: OrderFacts): { promised?: string } {
  const reviewFrom = times.paid ?? (offer.paymentWays.length === 0 ? times.signed : undefined);
  if (step === 'review' && reviewFrom !== undefined && offer.reviewWorkingDays !== undefined) {
    return { promised: workingDaysAfter(reviewFrom, offer.reviewWorkingDays.to) };
  }
  const { workingDays } = subject.channel.posting;
  if (step === 'post' && times.approved !== undefined && workingDays !== undefined) {
    return { promised: workingDaysAfter(times.approved, workingDays) };
  }
  return {};
}
