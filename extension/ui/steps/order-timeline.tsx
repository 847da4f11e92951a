import { type StepRow, StepRows, type StepState } from './step-rows.tsx';

export interface TimelineItem extends StepRow {
  readonly state: Exclude<StepState, 'interrupted'>;
}

/** The whole way of an order: what is still to come is shown as well, and promised with a date. */
export function OrderTimeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return <StepRows rows={items} />;
}
