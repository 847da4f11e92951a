import { randomUUID } from 'node:crypto';
import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import { AGREEMENTS } from '@certbridge/shared/domain/agreements.ts';
import { sql } from 'kysely';
import { afterAll } from 'vitest';
import type { Asked } from '../asked.ts';
import { answerTo, newCaptcha } from '../captchas/captcha.ts';
import { captchaGate } from '../captchas/captcha-gate.ts';
import { seedChannels } from '../channels/seed-channels.ts';
import { sendSigningCode } from '../codes/send-signing-code.ts';
import { oneTimeCodes } from '../codes/use-code.ts';
import { createLog } from '../create-log.ts';
import { checkedSubject } from '../orders/checked-data.ts';
import { orderOperations } from '../orders/order-operations.ts';
import type { OrderTools } from '../orders/order-tools.ts';
import { orderMoney } from '../payments/order-money.ts';
import { blindIndex } from '../personal-data/blind-index.ts';
import { masterKeyWrapper } from '../personal-data/master-key-wrapper.ts';
import { sealedRecords } from '../personal-data/sealed-record.ts';
import { tokenHash } from '../sessions/session.ts';
import { channelRecords } from '../storage/channel-records.ts';
import { openDatabase } from '../storage/database.ts';
import { frozenChannels } from '../storage/frozen-channels.ts';
import { prepareDatabase } from '../storage/prepare-database.ts';
import { transactOn } from '../storage/transact.ts';
import { externalDatabase } from './external-database.ts';
import { testMasterKeys } from './test-master-keys.ts';

/** The orders' features over a real database, with a clock in the test's hand. */
export async function orderDesk() {
  const { url } = await externalDatabase();
  await prepareDatabase(url, async (db) => channelRecords(db).addMissing(await seedChannels()));
  const { db, pool } = openDatabase(url, createLog('silent'));
  afterAll(() => db.destroy());
  const masterKeys = testMasterKeys();
  const records = sealedRecords(masterKeyWrapper(masterKeys));
  const index = blindIndex(masterKeys);
  const frozen = frozenChannels(db);
  const clock = { now: new Date('2026-11-23T02:00:00Z') };
  const now = () => clock.now;
  const transact = transactOn(pool, { records, index, channels: frozen });
  const tools: OrderTools = {
    transact,
    records,
    index,
    now,
    channels: channelRecords(db),
    freezeChannel: frozen.freeze,
    captchas: captchaGate(now),
    codes: oneTimeCodes({ index, now }),
    money: orderMoney(now),
  };
  const operations = { ...orderOperations(tools), 'codes.send': sendSigningCode(tools) };
  return {
    db,
    databaseUrl: url,
    tools,
    operations,
    clock,
    /** A captcha and its answer, as somebody who sees the picture knows it. */
    async captcha() {
      const captcha = newCaptcha(clock.now);
      await transact((stores) => stores.captchas.add(captcha));
      return { id: captcha.id, answer: String(answerTo(captcha)) };
    },
    /** As if bureau and bank had found everything right. */
    async pass(order: OrderView, parties: readonly ('unit' | 'operator')[] = ['unit', 'operator']) {
      for (const party of parties) {
        const subject = checkedSubject(order, party, index);
        if (subject === undefined) throw new Error(`nothing to check about the ${party}`);
        const fact = {
          id: randomUUID(),
          party,
          way: 'phone' as const,
          standing: 'passed' as const,
          at: clock.now.toISOString(),
          about: '138****8000',
          provider: 'test',
          subject,
        };
        await transact((stores) => stores.orders.addFact(order.id, fact));
      }
    },
    async store(order: OrderView) {
      for (const { slot } of order.materials) {
        const at = clock.now.toISOString();
        const stored = { slot, bytes: 1, kind: 'png' as const, width: 1, height: 1, at, storeKey: randomUUID() };
        await transact((stores) => stores.orders.putMaterial(order.id, stored));
      }
    },
    /** The digits of the newest SMS. */
    async newestCode(): Promise<string> {
      const row = await db
        .selectFrom('outbox')
        .selectAll()
        .orderBy('created_at', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
      const opened = await records.open({ table: 'outbox', id: row.id, purpose: 'message' }, row.sealed);
      return /"code":"(\d{6})"/.exec(JSON.stringify(opened))?.[1] ?? '';
    },
    async rows(table: string): Promise<number> {
      const { rows } = await sql<{ count: string }>`select count(*) from ${sql.table(table)}`.execute(db);
      return Number(rows[0]?.count);
    },
  };
}

export type OrderDesk = Awaited<ReturnType<typeof orderDesk>>;

export const PUBLIC: Asked = { session: undefined, caller: 'public', onceKey: undefined, address: '192.0.2.1' };

/** Each a request of its own, as a panel sends them. */
export function fresh(asked: Asked): Asked {
  return { ...asked, onceKey: randomUUID() };
}

export function holderOf(order: { readonly id: string }, token: string): Asked {
  return {
    ...PUBLIC,
    session: { kind: 'order', orderId: order.id },
    caller: Buffer.from(tokenHash(token)).toString('base64url'),
  };
}

export function got<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

export const CONSENT = [...AGREEMENTS];
