import type { Logger } from 'pino';
import type { InvoicesConfig } from '../config/provider-settings.ts';
import { providerClient } from '../signed-wire/provider-client.ts';
import type { InvoiceSettings } from './invoice-tools.ts';
import { signedPlatform } from './signed-platform.ts';

export interface OpenedInvoices extends InvoiceSettings {
  close(): void;
}

export function openInvoices({ place, taxPercent }: InvoicesConfig, log: Logger): OpenedInvoices {
  if (!place) {
    log.warn('no invoice platform is set: invoices are asked for and wait');
    return { platform: undefined, taxPercent, close: () => undefined };
  }
  const client = providerClient(place, { log });
  return { platform: signedPlatform(client), taxPercent, close: client.close };
}
