import type { ErrorCode } from '@certbridge/shared/contract/errors.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';
import type { Unfinished } from '../../state/panel-state.ts';
import { type Counter, openSession } from '../state/open-session.ts';
import { cancelOrder } from './cancel-order.ts';

/** From here the order cannot be reached any more, or is over already: there is nothing left to give up but the draft. */
const OUT_OF_REACH: readonly ErrorCode[] = [
  'SESSION_MISSING',
  'SESSION_OVER',
  'ORDER_UNKNOWN',
  'ORDER_STEP_NOT_ALLOWED',
  'CHANNEL_UNKNOWN',
];

/** Cancels what was put down; undefined when nothing of it is left. */
export async function giveUp(counter: Counter, start: Unfinished): Promise<PublicError | undefined> {
  if (start.kind === 'draft' && !start.draft.order) return undefined;
  const opened = await openSession(counter, start);
  if (!opened.ok) return told(opened.error);
  await cancelOrder(opened.value);
  const failure = opened.value.failure.peek();
  return failure && told(failure.error);
}

function told(error: PublicError): PublicError | undefined {
  return OUT_OF_REACH.includes(error.code) ? undefined : error;
}
