import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';

export type OrderStanding =
  | { readonly kind: 'returned' | 'cancelled' | 'lapsed' | 'under-way' | 'completed' }
  /** `until`: the last day of the review, as it was promised. */
  | { readonly kind: 'in-review'; readonly until: string | undefined };

/** Where an order stands when its applicant has nothing left to fill in. */
export function orderStanding({ state, timeline }: OrderView): OrderStanding {
  switch (state) {
    case 'cancelled':
    case 'lapsed':
    case 'returned':
    case 'completed':
      return { kind: state };
    case 'approved':
    case 'making':
    case 'made':
    case 'posted':
      return { kind: 'under-way' };
    default:
      return { kind: 'in-review', until: timeline.find(({ step }) => step === 'review')?.promised };
  }
}
