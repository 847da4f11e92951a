import { onlineContract } from '@certbridge/shared/contract/online.ts';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Asked } from './asked.ts';
import { captchaGate } from './captchas/captcha-gate.ts';
import { captchaWords } from './captchas/captcha-words.ts';
import { drawCaptcha } from './captchas/draw-captcha.ts';
import { paintCaptcha } from './captchas/paint-captcha.ts';
import type { OrderChanges } from './changes/order-changes.ts';
import { listChannels } from './channels/list-channels.ts';
import { readChannel } from './channels/read-channel.ts';
import { sendSigningCode } from './codes/send-signing-code.ts';
import { oneTimeCodes } from './codes/use-code.ts';
import type { Printer } from './documents/printer.ts';
import { checkHealth } from './health/check-health.ts';
import { buildServer } from './http/build-server.ts';
import { createMetrics } from './http/metrics.ts';
import { identityOperations } from './identity/identity-operations.ts';
import type { IdentityProviders } from './identity/identity-provider.ts';
import { sendInvoice } from './invoices/send-invoice.ts';
import type { Issuing } from './issuing/open-issuing.ts';
import { readDocument } from './links/read-document.ts';
import { cameraLink, takePhoto } from './links/take-photo.ts';
import { materialOperations } from './materials/material-operations.ts';
import type { MaterialStore } from './materials/store/material-store.ts';
import type { Order } from './orders/order.ts';
import { orderOperations } from './orders/order-operations.ts';
import type { OrderTools } from './orders/order-tools.ts';
import { opens } from './orders/owned-order.ts';
import { backlog } from './payments/backlog.ts';
import { orderMoney } from './payments/order-money.ts';
import { paymentOperations } from './payments/payment-operations.ts';
import type { PaymentSettings, PaymentTools } from './payments/payment-tools.ts';
import { takeNotification } from './payments/take-notification.ts';
import { blindIndex } from './personal-data/blind-index.ts';
import type { MasterKeys } from './personal-data/master-key.ts';
import { masterKeyWrapper } from './personal-data/master-key-wrapper.ts';
import { sealedRecords } from './personal-data/sealed-record.ts';
import { beginQuery } from './query/begin-query.ts';
import { listMyOrders } from './query/list-my-orders.ts';
import { verifyQuery } from './query/verify-query.ts';
import { findSession } from './sessions/find-session.ts';
import { auditWaiting } from './storage/audit-records.ts';
import { channelRecords } from './storage/channel-records.ts';
import type { Database } from './storage/database.ts';
import { frozenChannels } from './storage/frozen-channels.ts';
import { outboxQueueRecords } from './storage/outbox-queue-records.ts';
import { sessionRecords } from './storage/session-records.ts';
import { transactOn } from './storage/transact.ts';

export interface OnlineServerParts {
  readonly database: Database;
  readonly masterKeys: MasterKeys;
  readonly materials: MaterialStore;
  readonly printer: Printer;
  readonly providers: IdentityProviders;
  /** Known when the service listens. */
  readonly publicUrl: () => string;
  readonly trustedProxies?: readonly string[];
  readonly extensionIds: readonly string[];
  readonly payments: PaymentSettings;
  /** Absent where this service issues no certificates. */
  readonly issuing?: Issuing | undefined;
  readonly watchOrder: OrderChanges['watch'];
  /** Called when something was put into the outbox. */
  readonly onPosted?: () => void;
  readonly log: Logger;
}

/** Of each process: more would settle faster, and let those wait who wait for an answer. */
const OBEYED_AT_ONCE = 1;
/** More than comes in while a job's turn is waited for; then the job takes it up. */
const MOST_KEPT_IN_MIND = 5_000;

/** Every operation of the contract with the feature that answers it. */
export function onlineServer(parts: OnlineServerParts): Promise<FastifyInstance> {
  const { database, masterKeys, extensionIds, log } = parts;
  const { db, pool } = database;
  const now = () => new Date();
  const channels = channelRecords(db);
  const records = sealedRecords(masterKeyWrapper(masterKeys));
  const index = blindIndex(masterKeys);
  const frozen = frozenChannels(db);
  const transact = transactOn(pool, { records, index, channels: frozen, onPosted: parts.onPosted });
  const captchas = { transact, index, now, paint: paintCaptcha };
  const orders: OrderTools = {
    transact,
    records,
    index,
    now,
    channels,
    freezeChannel: frozen.freeze,
    captchas: captchaGate(now),
    codes: oneTimeCodes({ index, now }),
    money: orderMoney(now),
  };
  const payments: PaymentTools = { ...orders, ...parts.payments, log };
  const findSessions = findSession(sessionRecords(db), now);
  const { publicUrl } = parts;
  const materials = { ...orders, materials: parts.materials, publicUrl, log };
  const obeying = backlog({ atOnce: OBEYED_AT_ONCE, most: MOST_KEPT_IN_MIND });
  return buildServer({
    contract: onlineContract,
    handlers: {
      health: checkHealth({ askDatabase: () => sql`select 1`.execute(db), now }),
      'channels.list': listChannels(channels),
      'channels.read': readChannel(channels),
      'captchas.draw': drawCaptcha(captchas),
      'captchas.words': captchaWords(captchas),
      ...orderOperations(orders),
      'codes.send': sendSigningCode(orders),
      ...identityOperations({ ...orders, providers: parts.providers }),
      ...materialOperations(materials),
      ...paymentOperations(payments),
      'invoices.send': sendInvoice(orders),
      'query.begin': beginQuery(orders),
      'query.verify': verifyQuery(orders),
      'my.orders': listMyOrders(orders),
    },
    pages: {
      readDocument: readDocument(materials, parts.printer),
      cameraLink: cameraLink(materials),
      takePhoto: takePhoto(materials),
    },
    takeNotification: (way, raw) => takeNotification({ ...payments, backlog: obeying }, way, raw),
    changes: {
      findSession: findSessions,
      watch: parts.watchOrder,
      versionOf: (asked, id) => transact(async (stores) => versionFor(asked, await stores.orders.find(id))),
    },
    findSession: findSessions,
    papers: parts.issuing?.papers,
    trustedProxies: parts.trustedProxies ?? [],
    extensionIds,
    publicUrl,
    metrics: createMetrics(pool, {
      messages: () => outboxQueueRecords(db, records).counts(),
      auditWaiting: () => auditWaiting(db),
    }),
    log,
    onClose: () => obeying.stop(),
  });
}

/** Another's order, and one that never was, are answered alike. */
function versionFor(asked: Asked, order: Order | undefined): number | undefined {
  return order && opens(asked, order) ? order.version : undefined;
}
