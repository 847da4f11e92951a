import {
  type CompiledQuery,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type pg from 'pg';
import type { DatabaseSchema } from './database-schema.ts';
import { TransactionConnection } from './transaction-connection.ts';

/** A statement that nothing in the transaction waits for, sent together with the commit. */
export interface LastStatement {
  readonly query: CompiledQuery;
  /** Its fault in the feature's own words. */
  readonly explain: (fault: unknown) => unknown;
}

export interface InTransaction {
  readonly db: Kysely<DatabaseSchema>;
  lastly(statement: LastStatement): void;
}

/** Everything that `work` does stays, or nothing does. */
export async function inTransaction<Value>(
  pool: pg.Pool,
  work: (transaction: InTransaction) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  const connection = new TransactionConnection(client);
  let last: LastStatement | undefined;
  const lastly = (statement: LastStatement) => {
    if (last) throw new Error('a transaction has one last statement');
    last = statement;
  };
  let broken = false;
  // A lent connection is nobody's but ours: that it broke, its statements say too, and unheard it would end the process.
  const breaks = () => {
    broken = true;
  };
  client.on('error', breaks);
  try {
    const value = await work({ db: databaseOn(connection), lastly });
    await connection.commit(last?.query).catch((fault: unknown) => {
      throw last ? last.explain(fault) : fault;
    });
    return value;
  } catch (fault) {
    await connection.rollBack().catch(() => {
      broken = true;
    });
    throw fault;
  } finally {
    client.off('error', breaks);
    client.release(broken);
  }
}

const COMPILER = new PostgresQueryCompiler();
const ADAPTER = new PostgresAdapter();

/** Unlike the builder's own transactions, this one lets several statements be on their way. */
function databaseOn(connection: TransactionConnection): Kysely<DatabaseSchema> {
  const dialect: Dialect = {
    createDriver: () => driverOf(connection),
    createQueryCompiler: () => COMPILER,
    createAdapter: () => ADAPTER,
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
  return new Kysely<DatabaseSchema>({ dialect });
}

/** The connection is lent: whoever lends it begins, ends and gives it back. */
function driverOf(connection: TransactionConnection): Driver {
  const refused = () => Promise.reject(new Error('a transaction has no other within it'));
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
    beginTransaction: refused,
    commitTransaction: refused,
    rollbackTransaction: refused,
    destroy: async () => undefined,
  };
}
