import type { Agreement } from '@certbridge/shared/contract/online/order-view.ts';
import type { BusinessName } from '@certbridge/shared/domain/business.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { Holder } from '@certbridge/shared/domain/form/form-sections.ts';
import type { Processing } from '@certbridge/shared/domain/machines/all-machines.ts';
import type { OrderState } from '@certbridge/shared/domain/machines/order-machine.ts';
import type { PaymentState } from '@certbridge/shared/domain/machines/payment-machine.ts';
import type { OrderPrice } from '@certbridge/shared/domain/order/price-of-order.ts';
import type { OrderTimes } from '@certbridge/shared/domain/order/timeline-of-order.ts';
import type { ColumnType, JSONColumnType } from 'kysely';
import type { IdentityFact, Returned, StoredMaterial } from '../orders/order.ts';

/** JSON goes in as text and comes out as a value. */
type Json<Value> = ColumnType<Value, string, string>;

export interface OrderTable {
  readonly id: string;
  readonly number: string;
  readonly version: ColumnType<number, number | undefined, number>;
  readonly state: OrderState;
  readonly payment: PaymentState;
  readonly processing: ColumnType<Processing, Processing | undefined, Processing>;
  readonly wake_at: Date | null;
  readonly channel_id: string;
  readonly channel_digest: Uint8Array;
  readonly business: BusinessName;
  readonly holder: Holder;
  readonly created_at: Date;
  readonly changed_at: ColumnType<Date, Date | undefined, Date>;
  readonly times: ColumnType<OrderTimes, string | undefined, string>;
  /** The form's fields, sealed. */
  readonly sealed: Uint8Array;
  readonly person: string | null;
  readonly digest: string | null;
  readonly price: Json<OrderPrice> | null;
  readonly agreements: Json<readonly Agreement[]>;
  readonly consented_at: string | null;
  readonly returned: ColumnType<readonly Returned[], string | undefined, string>;
}

export interface OrderTables {
  readonly frozen_channel: { readonly digest: Uint8Array; readonly document: JSONColumnType<Channel> };
  readonly order_event: {
    readonly order_id: string;
    readonly version: number;
    readonly event: string;
    readonly from_state: string;
    readonly to_state: string;
    readonly actor: string;
    readonly note: string | null;
    readonly at: ColumnType<Date, Date | undefined, never>;
  };
  readonly identity_fact: {
    readonly id: string;
    readonly order_id: string;
    readonly document: Json<IdentityFact>;
    readonly at: ColumnType<Date, Date | undefined, never>;
  };
  readonly material: { readonly order_id: string; readonly slot: string; readonly document: Json<StoredMaterial> };
}
