import { mkdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { ALL_MACHINES } from '@certbridge/shared/domain/machines/all-machines.ts';
import { refuseFaultyMachine } from '@certbridge/shared/domain/machines/check-machine.ts';
import type { DestinationStream, Logger } from 'pino';
import { runAudit } from './audit/run-audit.ts';
import { orderChanges } from './changes/order-changes.ts';
import { seedChannels } from './channels/seed-channels.ts';
import type { ServiceConfig } from './config/service-config.ts';
import { createLog } from './create-log.ts';
import { createPrinter } from './documents/printer.ts';
import { finishAndClose } from './http/finish-and-close.ts';
import { checkPlace, listen } from './http/listen.ts';
import { callbackPath } from './http/provider-callbacks.ts';
import { openProviders } from './identity/open-providers.ts';
import { issueInvoices } from './invoices/issue-invoices.ts';
import { openInvoices } from './invoices/open-invoices.ts';
import { readInvoicePdf } from './invoices/read-invoice-pdf.ts';
import { openIssuing } from './issuing/open-issuing.ts';
import { runDueWork } from './jobs/due-work.ts';
import { runJobs } from './jobs/run-jobs.ts';
import type { MaterialStore } from './materials/store/material-store.ts';
import { openStore } from './materials/store/open-store.ts';
import { sealedStore } from './materials/store/sealed-store.ts';
import { runMessages } from './messages/run-messages.ts';
import { onlineJobs } from './online-jobs.ts';
import { onlineServer } from './online-server.ts';
import { openPaymentSettings } from './payments/open-payment-settings.ts';
import { PaymentProviderAway } from './payments/payment-provider.ts';
import { paymentWork } from './payments/payment-work.ts';
import { blindIndex } from './personal-data/blind-index.ts';
import { loadMasterKeys } from './personal-data/load-master-keys.ts';
import { masterKeyWrapper } from './personal-data/master-key-wrapper.ts';
import { sealedRecords } from './personal-data/sealed-record.ts';
import { StartProblem } from './problems/start-problem.ts';
import { goOnUnlessStopped } from './problems/stopped-while-starting.ts';
import { channelRecords } from './storage/channel-records.ts';
import { openDatabase } from './storage/database.ts';
import { startEmbeddedDatabase } from './storage/embedded/embedded-database.ts';
import { databaseFolder } from './storage/embedded/places.ts';
import { frozenChannels } from './storage/frozen-channels.ts';
import { outboxQueueRecords } from './storage/outbox-queue-records.ts';
import { prepareDatabase } from './storage/prepare-database.ts';
import { transactOn } from './storage/transact.ts';
import type { Transact } from './stores.ts';

export interface StartOptions {
  /** Aborted: the start gives up and leaves nothing running. */
  readonly signal?: AbortSignal;
  /** Where the log goes instead of the standard output. */
  readonly logTo?: DestinationStream;
}

/** How the stop went: `cut-off` when open requests did not finish in their time. */
export type Stopped = 'finished' | 'cut-off';

export interface RunningService {
  readonly url: string;
  /** Takes no new requests, finishes the open ones, then lets go of the database. */
  stop(): Promise<Stopped>;
}

export async function startService(config: ServiceConfig, options: StartOptions = {}): Promise<RunningService> {
  const log = createLog(config.logLevel, options.logTo);
  const undo: Undo[] = [];
  try {
    const url = await start(config, { log, undo, signal: options.signal ?? new AbortController().signal });
    log.info({ url }, 'the service is ready');
    let stopping: Promise<Stopped> | undefined;
    const stop = async () => {
      const stopped = await undoAll(undo);
      log.info({ requests: stopped }, 'the service has stopped');
      return stopped;
    };
    return {
      url,
      stop: () => {
        stopping ??= stop();
        return stopping;
      },
    };
  } catch (error) {
    await undoAll(undo);
    throw error;
  }
}

type Undo = () => Promise<unknown>;

interface Start {
  readonly log: Logger;
  /** What has been begun, to be ended in reverse. */
  readonly undo: Undo[];
  readonly signal: AbortSignal;
}

async function start(config: ServiceConfig, begun: Start): Promise<string> {
  const { log, undo, signal } = begun;
  for (const machine of ALL_MACHINES) refuseFaultyMachine(machine);
  await checkPlace(config);
  const seeds = await seedChannels();
  const databaseUrl = config.databaseUrl ?? (await ownDatabase(config.dataDir, begun));
  goOnUnlessStopped(signal);
  await prepareDatabase(databaseUrl, (db) => channelRecords(db).addMissing(seeds));
  goOnUnlessStopped(signal);
  const database = openDatabase(databaseUrl, log);
  undo.push(() => Promise.race([database.db.destroy(), pause(POOL_WITHIN_MS)]));
  const { keys: masterKeys, madeNow } = await loadMasterKeys({ ...config.masterKeys, dataDir: config.dataDir });
  if (madeNow) log.warn('a master key for personal data was made in the data folder: back it up');
  const records = sealedRecords(masterKeyWrapper(masterKeys));
  const index = blindIndex(masterKeys);
  const { store, close } = await openStore(config);
  undo.push(close);
  const materials = sealedStore(store, masterKeyWrapper(masterKeys));
  const messages = runMessages(config.messages, {
    queue: outboxQueueRecords(database.db, records),
    readInvoice: readInvoice(
      transactOn(database.pool, { records, index, channels: frozenChannels(database.db) }),
      materials,
    ),
    log,
  });
  undo.push(() => messages.stop());
  const printer = createPrinter();
  undo.push(() => printer.close());
  const providers = openProviders(config.providers, log);
  undo.push(async () => providers.close());
  const { nudge: onPosted } = messages;
  const reached = { url: config.publicUrl };
  const payments = await openPaymentSettings(config.paymentFiles, {
    notifyUrl: (way) => {
      // Due work begins before we listen: a provider that is given no address refuses for good.
      if (!reached.url) throw new PaymentProviderAway('not-reached-yet');
      return `${reached.url}${callbackPath(way)}`;
    },
    now: () => new Date(),
    log,
  });
  const invoices = openInvoices(config.invoices, log);
  undo.push(async () => invoices.close());
  const transact = transactOn(database.pool, { records, index, channels: frozenChannels(database.db), onPosted });
  const now = () => new Date();
  const work = { transact, now, log };
  const money = runDueWork({
    works: [
      ...paymentWork({ ...work, providers: payments.providers }),
      { name: 'issue-invoices', run: () => issueInvoices({ ...work, ...invoices, materials }) },
    ],
    everyMs: LOOK_FOR_MONEY_EVERY_MS,
    log,
  });
  undo.push(() => money.stop());
  const audit = await runAudit(config, { pool: database.pool, log });
  undo.push(() => audit.stop());
  const issuing =
    config.authority && (await openIssuing(config.authority, { transact, now, log, onRevoked: () => papers.nudge() }));
  const papers = runDueWork({ works: issuing?.works ?? [], everyMs: LOOK_FOR_PAPERS_EVERY_MS, log });
  undo.push(() => papers.stop());
  const changes = orderChanges(databaseUrl, log);
  undo.push(() => changes.stop());
  const jobs = runJobs({
    databaseUrl,
    jobs: onlineJobs({ database, records, index, materials, providers, payments, onPosted, log }),
    log,
  });
  undo.push(() => jobs.stop());
  const app = await onlineServer({
    database,
    masterKeys,
    materials,
    printer,
    providers,
    payments,
    issuing,
    watchOrder: changes.watch,
    publicUrl: () => reached.url ?? '',
    trustedProxies: config.trustedProxies,
    extensionIds: config.extensionIds,
    onPosted,
    log,
  });
  undo.push(() => finishAndClose(app, config.finishWithinMs));
  const url = await listen(app, config);
  reached.url ??= url;
  jobs.begin();
  goOnUnlessStopped(signal);
  return url;
}

/** What the mails that name an invoice take along. */
function readInvoice(transact: Transact, materials: MaterialStore) {
  return async (id: string) => {
    const pdf = await readInvoicePdf({ transact, materials }, (stores) => stores.invoices.find(id));
    return pdf && ({ type: 'application/pdf', ...pdf } as const);
  };
}

/** When no callback comes; each look costs a statement or two. */
const LOOK_FOR_MONEY_EVERY_MS = 2_000;

/** Certificates that nobody finished, lists and answers; a revocation does not wait for it. */
const LOOK_FOR_PAPERS_EVERY_MS = 2_000;

/** A statement of a request that was cut off may still hold a connection; it ends with the server or with us. */
const POOL_WITHIN_MS = 3_000;

async function ownDatabase(dataDir: string, { log, undo, signal }: Start): Promise<string> {
  await mkdir(dataDir, { recursive: true }).catch((cause: unknown) => {
    throw notWritable(dataDir, cause);
  });
  const embedded = await startEmbeddedDatabase({ folder: databaseFolder(dataDir), log, signal });
  undo.push(() => embedded.stop());
  return embedded.url;
}

async function undoAll(undo: Undo[]): Promise<Stopped> {
  let stopped: Stopped = 'finished';
  for (let step = undo.pop(); step; step = undo.pop()) {
    if ((await step()) === 'cut-off') stopped = 'cut-off';
  }
  return stopped;
}

function notWritable(folder: string, cause: unknown): StartProblem {
  return new StartProblem({
    what: { zh: `无法创建数据文件夹 ${folder}。`, en: `The data folder ${folder} cannot be made.` },
    next: {
      zh: '请检查权限与磁盘，或用环境变量 CERTBRIDGE_DATA_DIR 换一个位置。',
      en: 'See whether it may be written, or name another in CERTBRIDGE_DATA_DIR.',
    },
    exitCode: 2,
    cause,
  });
}
