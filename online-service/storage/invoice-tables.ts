import type { InvoiceState } from '@certbridge/shared/domain/machines/invoice-machine.ts';
import type { ColumnType, Generated } from 'kysely';
import type { InvoiceKind } from '../invoices/invoice.ts';

type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

export interface InvoiceTables {
  readonly invoice: {
    readonly id: Generated<string>;
    readonly version: ColumnType<number, number | undefined, number>;
    readonly receipt_id: string;
    readonly order_id: string;
    readonly kind: InvoiceKind;
    readonly blue_id: string | null;
    readonly state: InvoiceState;
    readonly tax_percent: Optional<number>;
    readonly number: Optional<string>;
    readonly store_key: Optional<string>;
    readonly sealed: ColumnType<Uint8Array>;
    readonly tries: ColumnType<number, number | undefined, number>;
    readonly next_at: Optional<Date>;
    readonly created_at: Date;
    readonly issued_at: Optional<Date>;
  };
  readonly message_key: { readonly key: string; readonly put_at: ColumnType<Date, Date | undefined, never> };
}
