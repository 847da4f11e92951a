import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { formFields } from '@certbridge/shared/domain/form/field-names.ts';
import { ORDER_MACHINE } from '@certbridge/shared/domain/machines/order-machine.ts';
import { PAYMENT_MACHINE } from '@certbridge/shared/domain/machines/payment-machine.ts';
import { type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import type { IdentityFact, Order, StoredMaterial } from '../orders/order.ts';
import { type OrderChanges, type OrderStore, SecondOrder } from '../orders/order-store.ts';
import type { RecordPlace, SealedRecords } from '../personal-data/sealed-record.ts';
import type { DatabaseSchema } from './database-schema.ts';
import type { FrozenChannels } from './frozen-channels.ts';
import type { OrderTable } from './order-tables.ts';
import { violates } from './violates.ts';

export interface OrderRecordTools {
  readonly records: SealedRecords;
  readonly channels: FrozenChannels;
}

export function orderRecords(db: Kysely<DatabaseSchema>, tools: OrderRecordTools): OrderStore {
  const open = (row: OrderRow) => opened(row, tools, db);
  const find = async (id: string) => {
    const row = await ordersWithFacts(db).where('order.id', '=', id).executeTakeFirst();
    return row && open(row);
  };
  return {
    async add(order) {
      const sealed = await tools.records.seal(placeOf(order.id), order.fields);
      const day = chinaDate(order.createdAt).replaceAll('-', '').slice(2);
      const { number } = await db
        .insertInto('order')
        .values({
          id: order.id,
          number: sql<string>`${day} || '-' || lpad((nextval('order_number') % 10000000)::text, 5, '0')`,
          state: ORDER_MACHINE.first,
          payment: PAYMENT_MACHINE.first,
          channel_id: order.channel.id,
          channel_digest: tools.channels.digestOf(order.channel),
          business: order.business,
          holder: order.holder,
          created_at: order.createdAt,
          sealed,
          agreements: JSON.stringify(order.agreements),
          ...(order.price ? { price: JSON.stringify(order.price) } : {}),
        })
        .returning('number')
        .executeTakeFirstOrThrow();
      return number;
    },
    find,
    async findToChange(id) {
      // Facts and materials are read after the wait for the lock: in one statement they would be as before it.
      const held = await db.selectFrom('order').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
      return held && find(id);
    },
    async ofPerson(person) {
      const rows = await ordersWithFacts(db)
        .where('person', '=', person)
        .orderBy('created_at', 'desc')
        .limit(MOST_LISTED)
        .execute();
      return Promise.all(rows.map(open));
    },
    async change(order, changes, audit) {
      const columns = await columnsOf(order, changes, tools.records);
      try {
        const changed = await db
          .with('changed', (cte) =>
            cte
              .updateTable('order')
              .set({ ...columns, version: order.version + 1, changed_at: sql<Date>`now()` })
              .where('id', '=', order.id)
              .where('version', '=', order.version)
              .where('state', '=', order.state)
              .returning(['id', 'version', 'state']),
          )
          .insertInto('order_event')
          .columns(['order_id', 'version', 'event', 'from_state', 'to_state', 'actor', 'note'])
          .expression((expression) =>
            expression
              .selectFrom('changed')
              .select((column) => [
                'changed.id',
                'changed.version',
                column.val(audit.event).as('event'),
                column.val(order.state).as('from_state'),
                'changed.state',
                column.val(audit.by).as('actor'),
                column.val(audit.note ?? null).as('note'),
              ]),
          )
          .returning('version')
          .executeTakeFirst();
        return changed !== undefined;
      } catch (fault) {
        if (violates(fault, 'order_unfinished')) throw new SecondOrder('the person has an unfinished order');
        throw fault;
      }
    },
    async addFact(orderId, fact) {
      await db
        .insertInto('identity_fact')
        .values({ id: fact.id, order_id: orderId, document: JSON.stringify(fact) })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ document: JSON.stringify(fact) }))
        .execute();
    },
    async putMaterial(orderId, material) {
      const document = JSON.stringify(material);
      await db
        .insertInto('material')
        .values({ order_id: orderId, slot: material.slot, document })
        .onConflict((conflict) => conflict.columns(['order_id', 'slot']).doUpdateSet({ document }))
        .execute();
    },
    async removeMaterial(orderId, slot) {
      await db.deleteFrom('material').where('order_id', '=', orderId).where('slot', '=', slot).execute();
    },
    async announce(id) {
      await sql`select pg_notify(${ORDER_CHANGED}, ${id})`.execute(db);
    },
    async unfinishedBeside(order, person) {
      const row = await db
        .selectFrom('order')
        .select('number')
        .where('person', '=', person)
        .where('business', '=', order.business)
        .where('id', '!=', order.id)
        .where('state', 'not in', [...ORDER_MACHINE.ends])
        .executeTakeFirst();
      return row?.number;
    },
  };
}

const MOST_LISTED = 100;
/** The database's own messages, by which every process of the service hears of it. */
export const ORDER_CHANGED = 'order_changed';

function placeOf(id: string): RecordPlace {
  return { table: 'order', id, purpose: 'fields' };
}

type OrderRow = Omit<Selectable<OrderTable>, 'channel_id' | 'wake_at' | 'changed_at'> & {
  readonly facts: readonly IdentityFact[];
  readonly materials: readonly StoredMaterial[];
};

/** Each by its name, so that the statement keeps its meaning beside a newer service's columns. */
const ORDER_COLUMNS = [
  'order.id',
  'order.number',
  'order.version',
  'order.state',
  'order.payment',
  'order.processing',
  'order.channel_digest',
  'order.business',
  'order.holder',
  'order.created_at',
  'order.times',
  'order.sealed',
  'order.person',
  'order.digest',
  'order.price',
  'order.agreements',
  'order.consented_at',
  'order.returned',
] as const;

function ordersWithFacts(db: Kysely<DatabaseSchema>) {
  return db
    .selectFrom('order')
    .select(ORDER_COLUMNS)
    .select([
      sql<readonly IdentityFact[]>`coalesce((select json_agg(fact.document order by fact.at)
        from identity_fact as fact where fact.order_id = "order".id), '[]')`.as('facts'),
      sql<readonly StoredMaterial[]>`coalesce((select json_agg(material.document)
        from material where material.order_id = "order".id), '[]')`.as('materials'),
    ]);
}

async function opened(
  row: OrderRow,
  { records, channels }: OrderRecordTools,
  db: Kysely<DatabaseSchema>,
): Promise<Order> {
  const [channel, fields] = await Promise.all([
    channels.read(db, row.channel_digest),
    records.open(placeOf(row.id), row.sealed),
  ]);
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    state: row.state,
    payment: row.payment,
    processing: row.processing,
    channel,
    business: row.business,
    holder: row.holder,
    createdAt: row.created_at,
    times: row.times,
    fields: formFields.parse(fields),
    person: row.person ?? undefined,
    digest: row.digest ?? undefined,
    price: row.price ?? undefined,
    agreements: row.agreements,
    consentedAt: row.consented_at ?? undefined,
    returned: row.returned,
    facts: row.facts,
    materials: row.materials,
  };
}

async function columnsOf(order: Order, changes: OrderChanges, records: SealedRecords): Promise<Updateable<OrderTable>> {
  const { fields, times, price, agreements, returned, person, digest, consentedAt, ...plain } = changes;
  return {
    ...plain,
    ...('fields' in changes && fields ? { sealed: await records.seal(placeOf(order.id), fields) } : {}),
    ...(times ? { times: JSON.stringify(times) } : {}),
    ...('price' in changes ? { price: price ? JSON.stringify(price) : null } : {}),
    ...(agreements ? { agreements: JSON.stringify(agreements) } : {}),
    ...(returned ? { returned: JSON.stringify(returned) } : {}),
    ...('person' in changes ? { person: person ?? null } : {}),
    ...('digest' in changes ? { digest: digest ?? null } : {}),
    ...('consentedAt' in changes ? { consented_at: consentedAt ?? null } : {}),
  };
}
