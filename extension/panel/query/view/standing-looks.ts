import {
  type OrderStanding,
  type StateAndMoney,
  standingOfOrder,
} from '@certbridge/shared/domain/order/standing-of-order.ts';
import type { ChipProps } from '../../../ui/chip.tsx';
import { queryWords } from '../query-words.ts';

type Look = Omit<ChipProps, 'word'>;

const YOUR_TURN: Look = { tone: 'warn', icon: 'edit' };
const OURS: Look = { tone: 'doing', icon: 'clock' };
const CLOSED: Look = { tone: 'plain', icon: 'revoke' };

const LOOKS: { readonly [Standing in OrderStanding]: Look } = {
  drafting: YOUR_TURN,
  filled: YOUR_TURN,
  confirmed: YOUR_TURN,
  submitted: YOUR_TURN,
  'to-pay': { tone: 'warn', icon: 'yuan' },
  signed: OURS,
  accepted: OURS,
  returned: { tone: 'bad', icon: 'stop' },
  approved: { tone: 'ok', icon: 'check' },
  making: OURS,
  made: OURS,
  posted: { tone: 'info', icon: 'box' },
  completed: { tone: 'ok', icon: 'check' },
  cancelled: CLOSED,
  lapsed: CLOSED,
  refunding: OURS,
  refunded: CLOSED,
};

/** How an order stands: sign and word, and what that means. */
export function standingLook(order: StateAndMoney): { readonly chip: ChipProps; readonly next: string } {
  const standing = standingOfOrder(order);
  const { word, next } = queryWords().standings[standing];
  return { chip: { ...LOOKS[standing], word }, next };
}
