import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type OnlineContract, onlineContract } from '@certbridge/shared/contract/online.ts';
import type { InputOf, OutputOf } from '@certbridge/shared/contract/operation.ts';
import pg from 'pg';
import { afterAll } from 'vitest';
import { requestInit } from '../../extension/panel/online-client/request-init.ts';
import { requestUrl } from '../../extension/panel/online-client/request-url.ts';
import { readConfig } from '../../online-service/config/read-config.ts';
import { startService } from '../../online-service/service.ts';
import { capturedLog } from '../../online-service/testing/captured-log.ts';
import { externalDatabase } from '../../online-service/testing/external-database.ts';
import { temporaryFolder } from '../../online-service/testing/temporary-folder.ts';
import { makeReadyMessage } from '../../sandbox/config/make-ready-message.ts';
import { buildSandbox } from '../../sandbox/http/build-sandbox.ts';
import { listen } from '../../sandbox/http/listen.ts';
import { openInstitutions } from '../../sandbox/open-institutions.ts';
import { openMessages } from '../../sandbox/open-messages.ts';
import { openPayments } from '../../sandbox/open-payments.ts';
import { writePaymentFiles } from '../../scripts/world/payment-files.ts';
import { sandboxSettings } from '../../scripts/world/sandbox-settings.ts';

export type OperationName = keyof OnlineContract;

/** The service with all its parts over a sandbox of its own, and everything that it lets out of its hands. */
export async function wholeService() {
  const folder = await temporaryFolder();
  const { url: databaseUrl } = await externalDatabase();
  const [messages, institutions, payments] = [await openMessages(), openInstitutions(), openPayments()];
  const sandbox = await buildSandbox({
    sdkFile: join(folder, 'sdk.js'),
    routes: [messages.routes, institutions.routes, payments.routes],
  });
  const env = { SOFTHSM2_CONF: '', PCSCLITE_CSOCK_NAME: '', OPENSC_CONF: '' };
  const ready = makeReadyMessage(await listen(sandbox, 0), { env, ...messages, ...institutions, ...payments });
  const log = capturedLog();
  const service = await startService(
    readConfig({
      ...sandboxSettings(ready),
      ...(await writePaymentFiles(folder, ready.payments)),
      DATABASE_URL: databaseUrl,
      CERTBRIDGE_SERVICE_PORT: '0',
      CERTBRIDGE_DATA_DIR: folder,
      CERTBRIDGE_LOG_LEVEL: 'trace',
    }),
    { logTo: log.stream },
  );
  const database = new pg.Client(databaseUrl);
  await database.connect();
  afterAll(async () => {
    await database.end();
    await service.stop();
    await sandbox.close();
    await messages.stop();
    payments.stop();
  });
  const asked: string[] = [];
  const refusals: string[] = [];
  const keep = async (url: URL | string, init: RequestInit = {}) => {
    asked.push(String(url));
    const reply = await fetch(url, init);
    const body = Buffer.from(await reply.arrayBuffer());
    if (!reply.ok) refusals.push(body.toString('utf8'));
    return { status: reply.status, body };
  };
  return {
    sandboxUrl: ready.url,
    /** Both providers, their books and their switches. */
    payments,
    /** Where the service keeps what is its own, the settings files of payments among it. */
    folder,
    database,
    log: () => log.text(),
    /** Addresses that were asked for, and what was answered to those that were refused. */
    asked,
    refusals,
    /** Any request, as it is. */
    ask: (path: string, init?: RequestInit) => keep(new URL(path, service.url), init),
    read: keep,
    /** One operation, as the panel asks for it; its value, or the reply as it came. */
    async call<Name extends OperationName>(
      name: Name,
      input: InputOf<OnlineContract[Name]>,
      token?: string,
    ): Promise<OutputOf<OnlineContract[Name]>> {
      const operation = onlineContract[name];
      const init = requestInit(operation, input, { token, onceKey: randomUUID() });
      const { status, body } = await keep(requestUrl(service.url, operation.route, input), {
        ...init,
        cache: 'default',
        credentials: 'same-origin',
      });
      const text = body.toString('utf8');
      if (status !== 200) throw new Error(`${name}: ${text}`);
      return (JSON.parse(text) as { value: OutputOf<OnlineContract[Name]> }).value;
    },
    async captcha() {
      const { id } = await this.call('captchas.draw', {});
      const { rows } = await database.query('select first, sign, second from captcha where id = $1', [id]);
      const [{ first, sign, second }] = rows as [{ first: number; sign: string; second: number }];
      return { id, answer: String(sign === 'plus' ? first + second : first - second) };
    },
    /** Every row of every table, of the jobs too, as text. */
    async dump(): Promise<ReadonlyMap<string, string>> {
      const tables = await database.query<{ name: string }>(
        `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
         where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
      );
      const dumped = new Map<string, string>();
      for (const { name } of tables.rows) {
        const { rows } = await database.query<{ row: string }>(`select t::text as row from ${name} as t`);
        dumped.set(name, rows.map(({ row }) => row).join('\n'));
      }
      return dumped;
    },
  };
}

export type WholeService = Awaited<ReturnType<typeof wholeService>>;
