import type { TransferWay } from '@certbridge/shared/contract/online/payments.ts';
import type { Logger } from 'pino';
import type { OrderTools } from '../orders/order-tools.ts';
import type { PaymentProviders } from './payment-provider.ts';

/** Our account, for what is remitted. */
export interface RemittanceAccount {
  readonly name: string;
  readonly number: string;
  readonly bank: string;
}

export interface PaymentSettings {
  readonly providers: PaymentProviders;
  /** By way: the treasury may pay into another one. */
  readonly accounts: { readonly [Way in TransferWay]?: RemittanceAccount };
}

export interface PaymentTools extends OrderTools, PaymentSettings {
  readonly log: Logger;
}

/** What settling needs: also the jobs, which answer nobody. */
export type SettleTools = Pick<PaymentTools, 'transact' | 'now' | 'log'>;
