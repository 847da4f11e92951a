import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { ot } from '../../../ui/form-words.ts';
import type { TimelineItem } from '../../../ui/steps/order-timeline.tsx';
import { momentText } from '../../../ui/time/moment-text.ts';

/** The way of an order in words: what was, when; what will be, and by when it is promised. */
export function timelineItems({ timeline, payment }: Pick<OrderView, 'timeline' | 'payment'>): TimelineItem[] {
  return timeline.map(({ step, standing, at, promised }) => ({
    id: step,
    state: standing,
    title: standing === 'failed' ? ot('timeline.returned') : ot(`timeline.${step}`),
    ...(standing !== 'to-come' && at ? { time: momentText(at) } : {}),
    ...(promised ? { time: ot('timeline.promised', { date: promised.slice(5) }) } : {}),
    ...(standing === 'now' && step === 'pay' && payment === 'awaiting' ? { why: ot('timeline.payWhy') } : {}),
    ...(standing === 'now' && step === 'review' ? { why: ot('timeline.reviewWhy') } : {}),
  }));
}
