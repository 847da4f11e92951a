import { type Kysely, sql } from 'kysely';
import type { BillOfDay, BillStore } from '../reconciliation/bill-store.ts';
import type { DatabaseSchema } from './database-schema.ts';

const MOST_LINES_AT_ONCE = 1_000;

export function billRecords(db: Kysely<DatabaseSchema>): BillStore {
  return {
    async daysRead(provider, since) {
      const rows = await db
        .selectFrom('bill_day')
        .select(sql<string>`day::text`.as('day'))
        .where('provider', '=', provider)
        .where('day', '>=', sql<Date>`${since}::date`)
        .execute();
      return rows.map(({ day }) => day);
    },
    async keep({ provider, day }, lines) {
      for (let from = 0; from < lines.length; from += MOST_LINES_AT_ONCE) {
        const values = lines.slice(from, from + MOST_LINES_AT_ONCE).map((line) => ({
          provider,
          kind: line.kind,
          reference: line.refundNo ?? line.transactionId,
          trade_no: line.tradeNo,
          amount: line.amount,
          fee: line.fee,
          at: line.at,
          day: sql<Date>`${day}::date`,
        }));
        await db
          .insertInto('bill_line')
          .values(values)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
      await db
        .insertInto('bill_day')
        .values({ provider, day: sql<Date>`${day}::date` })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async compare(bill) {
      const found = [await payments(db, bill), await refunds(db, bill)];
      return found.reduce((sum, count) => sum + count, 0);
    },
    async open() {
      const rows = await db
        .selectFrom('bill_difference')
        .selectAll()
        .select(sql<string>`day::text`.as('on_day'))
        .where('worked_at', 'is', null)
        .orderBy('found_at')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        provider: row.provider,
        day: row.on_day,
        what: row.what,
        reference: row.reference,
        tradeNo: row.trade_no,
        ours: row.ours ?? undefined,
        theirs: row.theirs ?? undefined,
        foundAt: row.found_at,
      }));
    },
    async workOff(id, { by, note }) {
      const { numUpdatedRows } = await db
        .updateTable('bill_difference')
        .set({ worked_at: sql<Date>`now()`, worked_by: by, note })
        .where('id', '=', id)
        .where('worked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

/** What the bill of the day has, beside ours; and what we have of a day, which two bills have had the chance to name. */
async function payments(db: Kysely<DatabaseSchema>, { provider, day }: BillOfDay): Promise<number> {
  const daysRead = daysWithTheNext(provider);
  const { numAffectedRows } = await sql`
    insert into bill_difference (provider, what, reference, trade_no, ours, theirs, day)
    select ${provider}, case when r.id is null then 'payment-missing-here' else 'payment-amount' end,
      b.reference, b.trade_no, r.amount, b.amount, b.day
    from bill_line b left join receipt r on r.holder = b.provider and r.transaction_id = b.reference
    where b.provider = ${provider} and b.kind = 'payment' and b.day = ${day}::date
      and (r.id is null or r.amount <> b.amount)
    union all
    select ${provider}, 'payment-missing-there', r.transaction_id, r.trade_no, r.amount, null, ${inChina('r.paid_at')}
    from receipt r left join bill_line b
      on b.provider = r.holder and b.kind = 'payment' and b.reference = r.transaction_id
    where r.holder = ${provider} and b.reference is null and ${inChina('r.paid_at')} in (${daysRead})
    on conflict (provider, what, reference) do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}

async function refunds(db: Kysely<DatabaseSchema>, { provider, day }: BillOfDay): Promise<number> {
  const daysRead = daysWithTheNext(provider);
  const { numAffectedRows } = await sql`
    insert into bill_difference (provider, what, reference, trade_no, ours, theirs, day)
    select ${provider}, case when f.id is null then 'refund-missing-here' else 'refund-amount' end,
      b.reference, b.trade_no, f.amount, b.amount, b.day
    from bill_line b left join refund f on f.refund_no = b.reference
    where b.provider = ${provider} and b.kind = 'refund' and b.day = ${day}::date
      and (f.id is null or f.amount <> b.amount)
    union all
    select ${provider}, 'refund-missing-there', f.refund_no, r.trade_no, f.amount, null, ${inChina('f.done_at')}
    from refund f join receipt r on r.id = f.receipt_id
    left join bill_line b on b.provider = r.holder and b.kind = 'refund' and b.reference = f.refund_no
    where r.holder = ${provider} and f.state = 'done' and b.reference is null
      and ${inChina('f.done_at')} in (${daysRead})
    on conflict (provider, what, reference) do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** The days whose own bill and that of the day after have been read. */
function daysWithTheNext(provider: string) {
  return sql`select one.day from bill_day one join bill_day next on next.provider = one.provider and next.day = one.day + 1
    where one.provider = ${provider}`;
}

function inChina(column: string) {
  return sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date`;
}
