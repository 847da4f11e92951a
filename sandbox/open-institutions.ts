import type { FastifyPluginAsync } from 'fastify';
import { Bank } from './bank/bank.ts';
import { bankRoutes } from './bank/bank-routes.ts';
import { Bureau } from './identity-bureau/bureau.ts';
import { bureauRoutes } from './identity-bureau/bureau-routes.ts';
import { InvoicePlatform } from './invoices/invoice-platform.ts';
import { invoiceRoutes } from './invoices/invoice-routes.ts';
import type { ProviderAccount } from './signed-api/provider-account.ts';

export interface Institutions {
  readonly accounts: {
    readonly bureau: ProviderAccount;
    readonly bank: ProviderAccount;
    readonly invoice: ProviderAccount;
  };
  readonly routes: FastifyPluginAsync;
}

/** Those who know people and accounts or issue invoices, and whom a service asks. */
export function openInstitutions(): Institutions {
  const [bureau, bank, invoices] = [new Bureau(), new Bank(), new InvoicePlatform()];
  return {
    accounts: { bureau: bureau.account, bank: bank.account, invoice: invoices.account },
    routes: async (site) => {
      await site.register(bureauRoutes(bureau));
      await site.register(bankRoutes(bank));
      await site.register(invoiceRoutes(invoices));
    },
  };
}
