import type { Migration } from 'kysely/migration';
import { channelTable } from './0001-channel.ts';
import { orderTables } from './0002-order.ts';
import { codeTables } from './0003-code.ts';
import { identityTables } from './0004-identity.ts';
import { materialTables } from './0005-material.ts';
import { messageTables } from './0006-message.ts';
import { forgettingColumns } from './0007-forgetting.ts';
import { paymentTables } from './0008-payment.ts';
import { invoiceTables } from './0009-invoice.ts';
import { billTables } from './0010-bill.ts';
import { issuingTables } from './0020-issuing.ts';
import { auditTables } from './0021-audit.ts';
import { sealTable } from './0022-seal.ts';
import { notificationTurn } from './0023-notification-turn.ts';

/** In order of their names. One that was released is never edited: a new one follows it. */
export const ALL_MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-channel': channelTable,
  '0002-order': orderTables,
  '0003-code': codeTables,
  '0004-identity': identityTables,
  '0005-material': materialTables,
  '0006-message': messageTables,
  '0007-forgetting': forgettingColumns,
  '0008-payment': paymentTables,
  '0009-invoice': invoiceTables,
  '0010-bill': billTables,
  '0020-issuing': issuingTables,
  '0021-audit': auditTables,
  '0022-seal': sealTable,
  '0023-notification-turn': notificationTurn,
};
