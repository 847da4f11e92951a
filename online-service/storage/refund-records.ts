import { REFUND_MACHINE } from '@certbridge/shared/domain/machines/refund-machine.ts';
import type { Kysely, Selectable } from 'kysely';
import type { Refund } from '../payments/collection.ts';
import type { RefundStore } from '../payments/payment-stores.ts';
import type { DatabaseSchema } from './database-schema.ts';
import type { RefundTable } from './payment-tables.ts';
import { takeDue } from './take-due.ts';

export function refundRecords(db: Kysely<DatabaseSchema>): RefundStore {
  const one = () => db.selectFrom('refund').selectAll();
  return {
    async add(refund) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('refund')
        .values({
          id: refund.id,
          receipt_id: refund.receiptId,
          order_id: refund.orderId,
          refund_no: refund.refundNo,
          amount: refund.amount,
          reason: refund.reason,
          state: REFUND_MACHINE.first,
          next_at: refund.createdAt,
          created_at: refund.createdAt,
        })
        .onConflict((conflict) => conflict.column('receipt_id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    async findByNumber(refundNo) {
      const row = await one().where('refund_no', '=', refundNo).executeTakeFirst();
      return row && read(row);
    },
    async ofOrder(orderId) {
      return (await one().where('order_id', '=', orderId).orderBy('created_at').execute()).map(read);
    },
    async change(refund, { state, tries, doneAt, ...rest }) {
      const row = await db
        .updateTable('refund')
        .set({
          version: refund.version + 1,
          ...(state ? { state } : {}),
          ...(tries === undefined ? {} : { tries }),
          ...(doneAt ? { done_at: doneAt } : {}),
          ...('nextAt' in rest ? { next_at: rest.nextAt ?? null } : {}),
        })
        .where('id', '=', refund.id)
        .where('version', '=', refund.version)
        .returningAll()
        .executeTakeFirst();
      return row && read(row);
    },
    async takeDue(about) {
      return (await takeDue(db, 'refund', about)).map(read);
    },
    async stuck() {
      return (await one().where('state', '=', 'stuck').orderBy('created_at').execute()).map(read);
    },
  };
}

function read(row: Selectable<RefundTable>): Refund {
  return {
    id: row.id,
    version: row.version,
    receiptId: row.receipt_id,
    orderId: row.order_id,
    refundNo: row.refund_no,
    amount: row.amount,
    reason: row.reason,
    state: row.state,
    tries: row.tries,
    createdAt: row.created_at,
    doneAt: row.done_at ?? undefined,
  };
}
