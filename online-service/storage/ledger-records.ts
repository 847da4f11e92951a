import { ACCOUNTS } from '@certbridge/shared/domain/payment/postings.ts';
import { type Kysely, sql } from 'kysely';
import type { Balances, LedgerStore } from '../ledger/ledger-store.ts';
import type { DatabaseSchema } from './database-schema.ts';

export function ledgerRecords(db: Kysely<DatabaseSchema>): LedgerStore {
  const sum = sql<string>`coalesce(sum(amount), 0)::bigint`;
  return {
    async post({ name, entries, orderId }) {
      await db
        .insertInto('ledger_entry')
        .values(entries.map(({ account, amount }) => ({ posting: name, account, amount, order_id: orderId ?? null })))
        .onConflict((conflict) => conflict.columns(['posting', 'account']).doNothing())
        .execute();
    },
    async balances() {
      const rows = await db
        .selectFrom('ledger_entry')
        .select(['account', sum.as('balance')])
        .groupBy('account')
        .execute();
      const found = new Map(rows.map(({ account, balance }) => [account, Number(balance)]));
      return Object.fromEntries(ACCOUNTS.map((account) => [account, found.get(account) ?? 0])) as Balances;
    },
    async ordersOutOfBalance(most) {
      // Paid: we hold the settled receipt. Anything else: nothing is held, or it is owed back.
      const { rows } = await sql<{ number: string }>`
        select o.number from "order" o
        left join (
          select order_id, sum(amount) as held from ledger_entry where account = 'customer' group by order_id
        ) entries on entries.order_id = o.id
        left join receipt r on r.order_id = o.id and r.outcome = 'settled'
        where (o.payment <> 'not-asked' or entries.held is not null)
          and coalesce(entries.held, 0) <> case when o.payment = 'paid' then -coalesce(r.amount, -1) else 0 end
        order by o.number limit ${most}`.execute(db);
      return rows.map(({ number }) => number);
    },
  };
}
