import type { Logger } from 'pino';
import type { ServiceConfig } from '../config/service-config.ts';
import type { PaymentSettings } from './payment-tools.ts';

/** The ways to pay that are set up. A way without its settings is not offered. */
export async function openPayments(_config: ServiceConfig, _log: Logger): Promise<PaymentSettings> {
  return { providers: {}, accounts: {} };
}
