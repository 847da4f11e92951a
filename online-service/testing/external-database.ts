import { join } from 'node:path';
import pg from 'pg';
import { afterAll } from 'vitest';
import { createLog } from '../create-log.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../storage/embedded/embedded-database.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A PostgreSQL that the service does not know to be embedded, for DATABASE_URL. */
export async function externalDatabase(): Promise<EmbeddedDatabase> {
  const folder = join(await temporaryFolder(), 'external');
  const signal = new AbortController().signal;
  const database = await startEmbeddedDatabase({ folder, log: createLog('silent'), signal });
  afterAll(() => database.stop());
  return database;
}

/** An empty database beside the first; its address. */
export async function freshDatabase(database: EmbeddedDatabase, name: string): Promise<string> {
  await query(database.url, `create database ${name}`);
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  return url.href;
}

export async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
