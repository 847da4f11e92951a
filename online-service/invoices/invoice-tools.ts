import type { Logger } from 'pino';
import type { MaterialStore } from '../materials/store/material-store.ts';
import type { Transact } from '../stores.ts';
import type { InvoicePlatform } from './invoice-platform.ts';

export interface InvoiceSettings {
  /** Absent: invoices are asked for and wait, in sight of finance, until there is one. */
  readonly platform: InvoicePlatform | undefined;
  readonly taxPercent: number;
}

export interface InvoiceTools extends InvoiceSettings {
  readonly transact: Transact;
  readonly materials: Pick<MaterialStore, 'put'>;
  readonly now: () => Date;
  readonly log: Logger;
}
