import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type pg from 'pg';
import { nameOfStatement } from './statement-names.ts';

/** What a connection's socket can do so that several statements leave as one packet. */
interface Corked {
  readonly connection?: { readonly stream?: { cork?(): void; uncork?(): void } };
}

/**
 * A pooled connection for one transaction. Most of what a step costs is the way to the database and back, so nothing
 * waits that need not: `begin` leaves with the first statement, the last one with `commit`, and statements that are
 * asked for at once leave at once. The server does them in their order.
 */
export class TransactionConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  #begun: Promise<unknown> | undefined;
  #over = false;
  #heldBack = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#over) throw new Error('a statement came after the end of its transaction');
    this.#holdBack();
    this.#begun ??= this.#client.query('begin');
    const name = nameOfStatement(sql);
    const asked = this.#client.query({ ...(name ? { name } : {}), text: sql, values: [...parameters] });
    const [, { rows, rowCount }] = await Promise.all([this.#begun, asked]);
    return { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) };
  }

  streamQuery(): never {
    throw new Error('a transaction reads its rows whole');
  }

  /** With the last statement, whose fault undoes the transaction and is thrown. */
  async commit(last?: CompiledQuery): Promise<void> {
    const asked = last && this.executeQuery(last);
    this.#over = true;
    if (!this.#begun) return;
    const [lastly, ended] = await Promise.allSettled([asked, this.#client.query('commit')]);
    if (lastly.status === 'rejected') throw lastly.reason;
    if (ended.status === 'rejected') throw ended.reason;
    // PostgreSQL answers so when an earlier statement had failed and nobody had said so.
    if (ended.value.command === 'ROLLBACK') throw new Error('the transaction had failed and was undone');
  }

  async rollBack(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    if (this.#begun) await this.#client.query('rollback');
  }

  /** Until everything that can run now has run. */
  #holdBack(): void {
    const { stream } = (this.#client as Corked).connection ?? {};
    if (this.#heldBack || !stream?.cork) return;
    this.#heldBack = true;
    stream.cork();
    process.nextTick(() => {
      this.#heldBack = false;
      stream.uncork?.();
    });
  }
}
