import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** About what is kept of one notification. */
const PAYLOAD = 'x'.repeat(2_000);
const CONNECTIONS = 10;

/** The least that keeping something can take: one row, in one statement, on the disk when it answers. */
export async function durableInserts<Value>(
  url: string,
  measure: (insert: () => Promise<unknown>) => Promise<Value>,
): Promise<Value> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  try {
    await pool.query('create table if not exists bench_floor (id uuid primary key, payload text not null)');
    await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.query('select pg_sleep(0.05)')));
    return await measure(() => pool.query('insert into bench_floor values ($1, $2)', [randomUUID(), PAYLOAD]));
  } finally {
    await pool.end();
  }
}
