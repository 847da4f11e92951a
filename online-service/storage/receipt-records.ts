import type { Kysely, Selectable } from 'kysely';
import type { Receipt } from '../payments/collection.ts';
import type { ReceiptStore } from '../payments/payment-stores.ts';
import type { DatabaseSchema } from './database-schema.ts';
import type { PaymentTables } from './payment-tables.ts';

export function receiptRecords(db: Kysely<DatabaseSchema>): ReceiptStore {
  return {
    async add(receipt) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('receipt')
        .values({
          id: receipt.id,
          holder: receipt.holder,
          transaction_id: receipt.transactionId,
          trade_no: receipt.tradeNo,
          collection_id: receipt.collectionId ?? null,
          order_id: receipt.orderId ?? null,
          amount: receipt.amount,
          outcome: receipt.outcome,
          found_by: receipt.foundBy,
          paid_at: receipt.paidAt,
        })
        .onConflict((conflict) => conflict.columns(['holder', 'transaction_id']).doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    async find(id) {
      const row = await db.selectFrom('receipt').selectAll().where('id', '=', id).executeTakeFirst();
      return row && read(row);
    },
    async isKnown(holder, transactionId) {
      const row = await db
        .selectFrom('receipt')
        .select('id')
        .where('holder', '=', holder)
        .where('transaction_id', '=', transactionId)
        .executeTakeFirst();
      return row !== undefined;
    },
    async ofOrder(orderId) {
      const rows = await db
        .selectFrom('receipt')
        .selectAll()
        .where('order_id', '=', orderId)
        .orderBy('created_at')
        .execute();
      return rows.map(read);
    },
  };
}

function read(row: Selectable<PaymentTables['receipt']>): Receipt {
  return {
    id: row.id,
    holder: row.holder,
    transactionId: row.transaction_id,
    tradeNo: row.trade_no,
    collectionId: row.collection_id ?? undefined,
    orderId: row.order_id ?? undefined,
    amount: row.amount,
    outcome: row.outcome,
    foundBy: row.found_by,
    paidAt: row.paid_at,
  };
}
