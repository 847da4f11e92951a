import type { PayGateway, PayWorld } from './pay-world.ts';
import type { Trade } from './trade.ts';

/** Why nobody can pay it. */
export type NotPaid = 'unknown' | 'paid' | 'closed';

/**
 * Somebody pays in his wallet. With its switch on, the sum is another than was asked: a fen less, or more where there is
 * none less.
 */
export function payTrade(
  { book, faults }: PayWorld,
  gateways: readonly PayGateway[],
  code: string,
): { readonly trade: Trade; readonly told: Promise<void> } | NotPaid {
  const trade = book.findByCode(code);
  if (!trade) return 'unknown';
  if (trade.state !== 'waiting') return trade.state;
  const paid = book.pay(trade, amountOf(trade, faults[trade.provider].has('wrong-amount')));
  if (!paid) return 'closed';
  const gateway = gateways.find(({ provider }) => provider === paid.provider);
  return { trade: paid, told: gateway ? gateway.paid(paid) : Promise.resolve() };
}

function amountOf({ amount }: Trade, isWrong: boolean): number {
  if (!isWrong) return amount;
  return amount > 1 ? amount - 1 : amount + 1;
}

/** With its switch on, whoever opens a trade hears that it is paid before he hears that it is open. */
export async function payBeforeReply(
  { book, faults }: PayWorld,
  tell: PayGateway['paid'],
  trade: Trade,
): Promise<void> {
  const panel = faults[trade.provider];
  if (!panel.has('before-reply')) return;
  const paid = book.pay(trade, amountOf(trade, panel.has('wrong-amount')));
  if (paid) await tell(paid);
}
