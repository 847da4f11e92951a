import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { StartProblem } from '../problems/start-problem.ts';
import type { DatabaseSchema } from './database-schema.ts';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import { isDatabaseAway } from './while-reachable.ts';

/** Any number, as long as it stays the same: it says "a service is preparing this database". */
const PREPARE_LOCK = 7_200_002;
const WAIT_FOR_OTHERS = '60s';
const CONNECT_WITHIN_MS = 10_000;

/**
 * Brings the tables up to date and puts the first data in, one service at a time: the lock also covers what the
 * migrator does before it takes its own. It belongs to one connection, so a killed service cannot leave it behind.
 */
export async function prepareDatabase(url: string, seed: (db: Kysely<DatabaseSchema>) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  pool.on('error', () => undefined);
  const root = new Kysely<DatabaseSchema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await root.connection().execute(async (db) => {
      await sql`select set_config('lock_timeout', ${WAIT_FOR_OTHERS}, false)`.execute(db);
      await sql`select pg_advisory_lock(${PREPARE_LOCK})`.execute(db);
      await migrate(db);
      await seed(db);
    });
  } catch (fault) {
    throw explained(fault);
  } finally {
    await root.destroy();
  }
}

async function migrate(db: Kysely<DatabaseSchema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...ALL_MIGRATIONS }) } });
  await refuseNewer(migrator, db);
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** A database that a newer service has changed is left alone. */
async function refuseNewer(migrator: Migrator, db: Kysely<DatabaseSchema>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return;
  const known = new Set((await migrator.getMigrations()).map(({ name }) => name));
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  if (done.rows.every(({ name }) => known.has(name))) return;
  throw new StartProblem({
    what: { zh: '数据库已被更新版本的服务升级过。', en: 'A newer version of the service has changed the database.' },
    next: {
      zh: '请启动那个更新的版本，或恢复升级前的备份。',
      en: 'Start that newer version, or restore the backup from before it.',
    },
    exitCode: 2,
  });
}

/** The driver's own words may hold the address; its code does not. */
function explained(fault: unknown): unknown {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'no code';
  const refused = ['28P01', '28000', '3D000'].includes(code);
  if (!refused && !isDatabaseAway(fault)) return fault;
  return new StartProblem({
    what: { zh: `无法连接数据库（${code}）。`, en: `The database cannot be reached (${code}).` },
    next: {
      zh: '请检查 DATABASE_URL 的主机、端口、用户、密码和库名，以及数据库是否在运行；取消设置则使用内置数据库。',
      en: 'Check host, port, user, password and name in DATABASE_URL, and that it runs; unset, the built-in one is used.',
    },
    exitCode: 2,
    cause: fault,
  });
}
