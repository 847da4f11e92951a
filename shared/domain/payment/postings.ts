import type { PAYMENT_WAYS } from '../channel.ts';
import type { Fen } from '../money.ts';

/** Where money is held until we have it: each provider's account, and the bank for what was remitted. */
export const HOLDERS = ['alipay', 'wechat', 'bank'] as const;
export type MoneyHolder = (typeof HOLDERS)[number];
/** `customer`: what we hold for orders. `refunds`: what is owed back. `fees`: what providers keep. */
export const ACCOUNTS = ['customer', 'refunds', 'fees', ...HOLDERS] as const;
export type Account = (typeof ACCOUNTS)[number];

export interface Entry {
  readonly account: Account;
  /** Fen; what a holder has of ours is positive, what we owe is negative. */
  readonly amount: number;
}

/** Two entries that cancel each other out: money never appears or disappears. */
export type Posting = readonly [Entry, Entry];

export function holderOfWay(way: (typeof PAYMENT_WAYS)[number]): MoneyHolder {
  return way === 'alipay' || way === 'wechat' ? way : 'bank';
}

export function received(holder: MoneyHolder, amount: Fen): Posting {
  return moved(amount, { from: 'customer', to: holder });
}

export function owedBack(amount: Fen): Posting {
  return moved(amount, { from: 'refunds', to: 'customer' });
}

export function paidBack(holder: MoneyHolder, amount: Fen): Posting {
  return moved(amount, { from: holder, to: 'refunds' });
}

export function feeKept(holder: MoneyHolder, amount: Fen): Posting {
  return moved(amount, { from: holder, to: 'fees' });
}

function moved(amount: Fen, { from, to }: { readonly from: Account; readonly to: Account }): Posting {
  return [
    { account: to, amount },
    { account: from, amount: -amount },
  ];
}
