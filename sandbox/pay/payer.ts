import { randomInt } from 'node:crypto';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import type { PayProvider } from './trade.ts';

const BUYERS: Readonly<Record<PayProvider, string>> = {
  alipay: '2088102117955611',
  wechat: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
};

/** Who holds the wallet, as the provider knows him. */
export function buyerOf(provider: PayProvider): string {
  return BUYERS[provider];
}

/** 28 digits: the day is in both providers' numbers. */
export function newTransactionId(provider: PayProvider, at: Date): string {
  const day = chinaDate(at).replaceAll('-', '');
  return provider === 'alipay' ? `${day}220014${digits(14)}` : `4200002${digits(3)}${day}${digits(10)}`;
}

/** Alipay names a refund by its payment alone; WeChat Pay has a number of its own. */
export function newRefundId(at: Date): string {
  return `5030${digits(6)}${chinaDate(at).replaceAll('-', '')}${digits(10)}`;
}

function digits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('');
}
