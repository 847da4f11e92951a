import type { IdentityCheck } from '@certbridge/shared/contract/online/order-view.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { ColumnType, JSONColumnType } from 'kysely';
import type { Captcha } from '../captchas/captcha.ts';
import type { AttemptOutcome } from '../identity/attempt-store.ts';
import type { MessageKind } from '../outbox/outbox.ts';
import type { PendingQuery } from '../query/query-store.ts';
import type { SealKind, SealMade } from '../seals/seal.ts';
import type { AuditTables } from './audit-tables.ts';
import type { InvoiceTables } from './invoice-tables.ts';
import type { IssuingTables } from './issuing-tables.ts';
import type { OrderTable, OrderTables } from './order-tables.ts';
import type { PaymentTables } from './payment-tables.ts';

export interface ChannelTable {
  readonly id: string;
  readonly position: number;
  /** Staff may edit it, so it is checked again whenever it leaves the service. */
  readonly document: JSONColumnType<Channel>;
  readonly updated_at: ColumnType<Date, Date | undefined, Date>;
}

export interface SessionTable {
  readonly hash: Uint8Array;
  readonly kind: 'order' | 'person';
  readonly subject: string;
  readonly until: Date;
}

export interface OnceTable {
  readonly caller: string;
  readonly key: string;
  readonly operation: string;
  readonly request: Uint8Array;
  readonly reply: Uint8Array;
  readonly until: Date;
  readonly order_id: string | null;
}

export interface OutboxTable {
  readonly id: string;
  readonly kind: MessageKind;
  readonly sealed: Uint8Array;
  /** Blind index of the phone or mailbox. */
  readonly recipient: Uint8Array | null;
  readonly tries: ColumnType<number, number | undefined, number>;
  readonly next_at: ColumnType<Date, Date | undefined, Date>;
  /** After this it is not sent any more. */
  readonly until: Date | null;
  readonly stuck_at: ColumnType<Date | null, never, Date | null>;
  readonly fault: ColumnType<string | null, never, string | null>;
  readonly created_at: ColumnType<Date, Date | undefined, never>;
}

export interface OneTimeCodeTable {
  readonly id: string;
  readonly purpose: string;
  readonly subject: string;
  readonly hash: Uint8Array;
  readonly until: Date;
  readonly tries_left: number;
  readonly used_at: ColumnType<Date | null, never, Date>;
  readonly created_at: Date;
}

export interface UploadTable {
  readonly id: string;
  readonly order_id: string;
  readonly slot: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly received: ColumnType<number, number | undefined, number>;
  readonly until: Date;
}

export interface LinkTable {
  readonly hash: Uint8Array;
  readonly order_id: string;
  readonly leads_to: 'document' | 'camera';
  readonly target: string;
  readonly until: Date;
  readonly used_at: ColumnType<Date | null, never, Date>;
}

export interface IdentityAttemptTable {
  readonly id: string;
  readonly order_id: string;
  readonly party: IdentityCheck['party'];
  readonly way: IdentityCheck['way'];
  readonly caller: string;
  readonly once_key: string;
  readonly request: Uint8Array;
  readonly subject: string;
  readonly whom: string;
  readonly state: 'asked' | 'answered';
  readonly sealed: Uint8Array | null;
  readonly lease_until: Date;
  readonly outcome: AttemptOutcome | null;
  readonly answered_at: Date | null;
  readonly looked_at: Date | null;
}

export interface SealTable {
  readonly id: string;
  readonly order_id: string;
  readonly kind: SealKind;
  readonly made: SealMade;
  readonly width: number;
  readonly height: number;
  readonly png_key: string;
  readonly svg_key: string | null;
  readonly at: Date;
}

export interface DatabaseSchema extends OrderTables, PaymentTables, InvoiceTables, AuditTables, IssuingTables {
  readonly channel: ChannelTable;
  readonly order: OrderTable;
  readonly session: SessionTable;
  readonly once: OnceTable;
  readonly outbox: OutboxTable;
  readonly one_time_code: OneTimeCodeTable;
  readonly captcha: Captcha;
  readonly order_query: PendingQuery;
  readonly upload: UploadTable;
  readonly upload_piece: { readonly upload_id: string; readonly at_byte: number; readonly sealed: Uint8Array };
  readonly link: LinkTable;
  readonly seal: SealTable;
  readonly identity_attempt: IdentityAttemptTable;
  readonly stray_material: { readonly key: string; readonly seen_at: Date };
  readonly rate_limit: { readonly key: string; readonly tat: Date };
}
