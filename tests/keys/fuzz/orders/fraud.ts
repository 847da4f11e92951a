import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { WORK_ORDER_VERBS, type WorkOrderVerb } from '@certbridge/shared/contract/work-order.ts';
import fc from 'fast-check';
import type { OrderBook } from './order-book.ts';

/** A work order that must not be obeyed. */
export interface Fraud {
  readonly kind: 'forged' | 'stranger' | 'misdirected' | 'misheaded' | 'ambiguous' | 'replayed';
  readonly verb: WorkOrderVerb;
  readonly workOrder: string;
  /** The names by which a host may refuse it. */
  readonly expected: readonly ErrorCode[];
}

/** Made at the moment when it is sent: orders tell the time. */
export type MakeFraud = (book: OrderBook) => Fraud;

export const INVALID: readonly ErrorCode[] = ['WORK_ORDER_INVALID'];
/** Some are not even written like an order, or are longer than one. */
export const FORGED: readonly ErrorCode[] = ['WORK_ORDER_INVALID', 'INPUT_INVALID', 'FRAME_TOO_LARGE'];

export const verbs: fc.Arbitrary<WorkOrderVerb> = fc.constantFrom(...WORK_ORDER_VERBS);
