import type pg from 'pg';

/** An event of an order that no record tells of: its entry was taken away before it was chained. */
export interface UnrecordedEvent {
  readonly order: string;
  readonly version: number;
}

const MOST = 1_000;

/** Since the audit began; what waits to be chained is not missing. */
export async function unrecordedEvents(client: pg.Client): Promise<UnrecordedEvent[]> {
  const { rows } = await client.query<UnrecordedEvent>(
    `select o.number as "order", e.version
     from order_event e join "order" o on o.id = e.order_id
     where e.at > (select min(at) + interval '1 second' from audit_record)
       and not exists (
         select from audit_record r
         where r.about = o.number and r.what = 'order.' || e.event and (r.details::jsonb->>'version')::int = e.version)
       and not exists (
         select from audit_entry w
         where w.about = o.number and w.what = 'order.' || e.event and (w.details::jsonb->>'version')::int = e.version)
     order by o.number, e.version limit ${MOST}`,
  );
  return rows;
}
