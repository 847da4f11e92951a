import { randomUUID } from 'node:crypto';
import { INVOICE_MACHINE } from '@certbridge/shared/domain/machines/invoice-machine.ts';
import type { Kysely, Selectable } from 'kysely';
import { type Invoice, invoiceContent } from '../invoices/invoice.ts';
import type { InvoiceChanges, InvoiceStore } from '../invoices/invoice-store.ts';
import type { RecordPlace, SealedRecords } from '../personal-data/sealed-record.ts';
import type { DatabaseSchema } from './database-schema.ts';
import type { InvoiceTables } from './invoice-tables.ts';
import { takeDue } from './take-due.ts';

const MOST_LISTED = 1_000;

export function invoiceRecords(db: Kysely<DatabaseSchema>, records: SealedRecords): InvoiceStore {
  const opened = (row: Row) => openedBy(records, row);
  return {
    async add({ receiptId, orderId, kind, blueId, taxPercent, content, createdAt }) {
      const id = randomUUID();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('invoice')
        .values({
          id,
          receipt_id: receiptId,
          order_id: orderId,
          kind,
          blue_id: blueId ?? null,
          state: INVOICE_MACHINE.first,
          tax_percent: taxPercent ?? null,
          sealed: await records.seal(placeOf(id), content),
          next_at: createdAt,
          created_at: createdAt,
        })
        .onConflict((conflict) => conflict.columns(['receipt_id', 'kind']).doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    async find(id) {
      const row = await db.selectFrom('invoice').selectAll().where('id', '=', id).executeTakeFirst();
      return row && opened(row);
    },
    async ofOrder(orderId) {
      const rows = await db
        .selectFrom('invoice')
        .selectAll()
        .where('order_id', '=', orderId)
        .orderBy('created_at')
        .orderBy('kind')
        .execute();
      return Promise.all(rows.map(opened));
    },
    async change(invoice, changes) {
      const row = await db
        .updateTable('invoice')
        .set({ version: invoice.version + 1, ...columnsOf(changes) })
        .where('id', '=', invoice.id)
        .where('version', '=', invoice.version)
        .returningAll()
        .executeTakeFirst();
      return row && opened(row);
    },
    async takeDue(about) {
      return (await takeDue(db, 'invoice', about)).map(({ id }) => id);
    },
    async waiting() {
      const rows = await db
        .selectFrom('invoice')
        .innerJoin('order', 'order.id', 'invoice.order_id')
        .innerJoin('receipt', 'receipt.id', 'invoice.receipt_id')
        .select(['invoice.id', 'invoice.kind', 'invoice.state', 'invoice.tries', 'invoice.created_at'])
        .select(['order.number', 'receipt.amount'])
        .where('invoice.state', 'in', ['asked', 'stuck', 'withdrawing'])
        .orderBy('invoice.created_at')
        .limit(MOST_LISTED)
        .execute();
      return rows.map(({ number, amount, created_at, ...row }) => ({
        ...row,
        orderNumber: number,
        total: amount,
        createdAt: created_at,
      }));
    },
  };
}

type Row = Selectable<InvoiceTables['invoice']>;

function columnsOf({ state, taxPercent, number, storeKey, tries, issuedAt, ...rest }: InvoiceChanges) {
  return {
    ...(state ? { state } : {}),
    ...(taxPercent === undefined ? {} : { tax_percent: taxPercent }),
    ...(number === undefined ? {} : { number }),
    ...(storeKey === undefined ? {} : { store_key: storeKey }),
    ...(tries === undefined ? {} : { tries }),
    ...(issuedAt ? { issued_at: issuedAt } : {}),
    ...('nextAt' in rest ? { next_at: rest.nextAt ?? null } : {}),
  };
}

async function openedBy(records: SealedRecords, row: Row): Promise<Invoice> {
  return {
    id: row.id,
    version: row.version,
    receiptId: row.receipt_id,
    orderId: row.order_id,
    kind: row.kind,
    blueId: row.blue_id ?? undefined,
    state: row.state,
    taxPercent: row.tax_percent ?? undefined,
    number: row.number ?? undefined,
    storeKey: row.store_key ?? undefined,
    content: invoiceContent.parse(await records.open(placeOf(row.id), row.sealed)),
    tries: row.tries,
    createdAt: row.created_at,
    issuedAt: row.issued_at ?? undefined,
  };
}

function placeOf(id: string): RecordPlace {
  return { table: 'invoice', id, purpose: 'content' };
}
