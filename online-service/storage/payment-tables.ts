import type { CodeWay } from '@certbridge/shared/contract/online/payments.ts';
import type { CollectionState } from '@certbridge/shared/domain/machines/collection-machine.ts';
import type { RefundState } from '@certbridge/shared/domain/machines/refund-machine.ts';
import type { Account, MoneyHolder } from '@certbridge/shared/domain/payment/postings.ts';
import type { ReceiptOutcome, RefundReason } from '@certbridge/shared/domain/payment/receipt-outcome.ts';
import type { ColumnType, Generated } from 'kysely';
import type { FoundBy, PaymentWay } from '../payments/collection.ts';
import type { DifferenceKind } from '../reconciliation/bill-store.ts';

type Since = ColumnType<Date, Date | undefined, never>;

export interface CollectionTable {
  readonly id: Generated<string>;
  readonly version: ColumnType<number, number | undefined, number>;
  readonly order_id: string;
  readonly way: PaymentWay;
  readonly trade_no: string;
  readonly amount: number;
  readonly state: CollectionState;
  readonly code: ColumnType<string | null, string | null | undefined, string | null>;
  readonly expires_at: Date;
  readonly look_at: Date | null;
  readonly looks: ColumnType<number, number | undefined, number>;
  readonly created_at: Date;
}

export interface RefundTable {
  readonly id: string;
  readonly version: ColumnType<number, number | undefined, number>;
  readonly receipt_id: string;
  readonly order_id: string;
  readonly refund_no: string;
  readonly amount: number;
  readonly reason: RefundReason;
  readonly state: RefundState;
  readonly tries: ColumnType<number, number | undefined, number>;
  readonly next_at: Date | null;
  readonly created_at: Date;
  readonly done_at: ColumnType<Date | null, never, Date | null>;
}

export interface PaymentTables {
  readonly collection: CollectionTable;
  readonly receipt: {
    readonly id: string;
    readonly holder: MoneyHolder;
    readonly transaction_id: string;
    readonly trade_no: string;
    readonly collection_id: string | null;
    readonly order_id: string | null;
    readonly amount: number;
    readonly outcome: ReceiptOutcome;
    readonly found_by: FoundBy;
    readonly paid_at: Date;
    readonly created_at: Since;
  };
  readonly payment_notification: {
    readonly id: Generated<string>;
    readonly provider: 'alipay' | 'wechat';
    readonly key: string;
    readonly sealed: ColumnType<Uint8Array>;
    readonly kept_at: Since;
    readonly take_up_at: ColumnType<Date, Date | undefined, Date>;
    readonly ended_at: ColumnType<Date | null, never, Date>;
  };
  readonly remittance: {
    readonly collection_id: string;
    readonly sealed: Uint8Array;
    readonly handed_in_at: Date;
    readonly refused_at: Date | null;
    readonly refusal: string | null;
  };
  readonly refund: RefundTable;
  readonly bill_day: { readonly provider: CodeWay; readonly day: ColumnType<Date>; readonly read_at: Since };
  readonly bill_line: {
    readonly provider: CodeWay;
    readonly kind: 'payment' | 'refund';
    readonly reference: string;
    readonly trade_no: string;
    readonly amount: number;
    readonly fee: number;
    readonly at: Date;
    readonly day: Date;
  };
  readonly bill_difference: {
    readonly id: Generated<string>;
    readonly provider: CodeWay;
    readonly what: DifferenceKind;
    readonly reference: string;
    readonly trade_no: string;
    readonly ours: number | null;
    readonly theirs: number | null;
    readonly day: Date;
    readonly found_at: Since;
    readonly worked_at: ColumnType<Date | null, never, Date>;
    readonly worked_by: ColumnType<string | null, never, string>;
    readonly note: ColumnType<string | null, never, string>;
  };
  readonly ledger_entry: {
    readonly posting: string;
    readonly account: Account;
    /** A bigint comes as text; sums are read by `sum()::bigint::text`. */
    readonly amount: ColumnType<string, number, never>;
    readonly order_id: string | null;
    readonly at: Since;
  };
}
