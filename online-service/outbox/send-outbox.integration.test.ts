import { sql } from 'kysely';
import { afterAll, afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../create-log.ts';
import { blindIndex } from '../personal-data/blind-index.ts';
import { masterKeyWrapper } from '../personal-data/master-key-wrapper.ts';
import { sealedRecords } from '../personal-data/sealed-record.ts';
import { openDatabase } from '../storage/database.ts';
import { frozenChannels } from '../storage/frozen-channels.ts';
import { outboxQueueRecords } from '../storage/outbox-queue-records.ts';
import { prepareDatabase } from '../storage/prepare-database.ts';
import { transactOn } from '../storage/transact.ts';
import { capturedLog } from '../testing/captured-log.ts';
import { eventually } from '../testing/eventually.ts';
import { externalDatabase } from '../testing/external-database.ts';
import { testMasterKeys } from '../testing/test-master-keys.ts';
import type { OutboxMessage } from './outbox.ts';
import { SendFault } from './send-fault.ts';
import { type OutboxTools, startSending } from './send-outbox.ts';

const { url } = await externalDatabase();
await prepareDatabase(url, async () => undefined);
const { db, pool } = openDatabase(url, createLog('silent'));
afterAll(() => db.destroy());
const records = sealedRecords(masterKeyWrapper(testMasterKeys()));
const queue = outboxQueueRecords(db, records);
const index = blindIndex(testMasterKeys());
const channels = frozenChannels(db);
const toNobody = transactOn(pool, { records, index, channels });

afterEach(async () => {
  await db.deleteFrom('outbox').execute();
});

function message(to: string): OutboxMessage {
  return { kind: 'sms', to, template: 'query-code', values: { code: '048213' } };
}

function put(to: string, until?: Date): Promise<void> {
  return toNobody((stores) => stores.outbox.put(message(to), { until }));
}

function sending(send: OutboxTools['send'], log = createLog('silent')) {
  const sender = startSending({ queue, kinds: ['sms'], send, now: () => new Date(), log });
  onTestFinished(() => sender.stop());
  return sender;
}

const row = () => db.selectFrom('outbox').selectAll().executeTakeFirst();
/** What is waited for has come: the lease is over, the time for the next try is here. */
const timePasses = () => db.updateTable('outbox').set({ next_at: sql<Date>`now()` }).execute();

describe('a message leaves with its transaction', () => {
  test('at once when it stays, and the outbox is empty again', async () => {
    const sent: string[] = [];
    const sender = sending(async ({ to }) => void sent.push(to));
    const transact = transactOn(pool, { records, index, channels, onPosted: sender.nudge });
    await transact((stores) => stores.outbox.put(message('13800138000')));
    await eventually(() => sent).toEqual(['13800138000']);
    await eventually(row).toBeUndefined();
  });

  test('never when it is undone', async () => {
    const sent: string[] = [];
    const sender = sending(async ({ to }) => void sent.push(to));
    const transact = transactOn(pool, { records, index, channels, onPosted: sender.nudge });
    const undone = transact(async (stores) => {
      await stores.outbox.put(message('13800138001'));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await transact((stores) => stores.outbox.put(message('13800138002')));
    await eventually(() => sent).toEqual(['13800138002']);
  });

  test('what another process has put there is found by looking', async () => {
    const sent: string[] = [];
    sending(async ({ to }) => void sent.push(to));
    await put('13800138003');
    await eventually(() => sent).toEqual(['13800138003']);
  });
});

test('three processes on one outbox send each message once', async () => {
  const wanted = Array.from({ length: 120 }, (_, at) => `1380000${String(at).padStart(4, '0')}`);
  await Promise.all(wanted.map((to) => put(to)));
  const sent: string[] = [];
  for (let process = 0; process < 3; process += 1) sending(async ({ to }) => void sent.push(to));
  await eventually(row).toBeUndefined();
  expect(sent.toSorted()).toEqual(wanted);
});

describe('a message that cannot be sent', () => {
  const refusing = (final: boolean) => async () => {
    throw new SendFault('isv.BUSINESS_LIMIT_CONTROL', final);
  };

  test('is tried again, later each time, and after ten tries stands aside where it is counted', async () => {
    await put('13800138004');
    const sender = sending(refusing(false));
    const waits: number[] = [];
    for (let tries = 1; tries < 10; tries += 1) {
      await eventually(async () => (await waitOfTry(tries)) > 0).toBe(true);
      waits.push(await waitOfTry(tries));
      expect(await queue.counts()).toEqual({ waiting: 1, stuck: 0 });
      await timePasses();
      sender.nudge();
    }
    await eventually(() => queue.counts()).toEqual({ waiting: 0, stuck: 1 });
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(waits.at(-1)).toBeLessThanOrEqual(300);
  });

  /** Seconds until the next try, once this one has failed; the lease of one that is under way is 30. */
  async function waitOfTry(tries: number): Promise<number> {
    const found = await row();
    if (found?.tries !== tries) return 0;
    const seconds = (found.next_at.getTime() - Date.now()) / 1000;
    const due = Math.min(2 ** tries, 300);
    return Math.abs(seconds - due) < 1.9 ? due : 0;
  }

  test('stands aside at once when the provider will never take it', async () => {
    await put('13800138005');
    sending(refusing(true));
    await eventually(() => queue.counts()).toEqual({ waiting: 0, stuck: 1 });
    expect((await row())?.tries).toBe(1);
  });

  test('and does not hold up the others', async () => {
    await put('13800138006');
    await put('13800138007');
    const sent: string[] = [];
    sending(async ({ to }) => {
      if (to === '13800138006') throw new SendFault('isv.MOBILE_NUMBER_ILLEGAL', true);
      sent.push(to);
    });
    await eventually(() => sent).toEqual(['13800138007']);
  });
});

test('a code that is over is not sent any more, and the log does not say whose it was', async () => {
  const captured = capturedLog();
  const sent: string[] = [];
  await put('13800138008', new Date(Date.now() - 1_000));
  sending(async ({ to }) => void sent.push(to), createLog('info', captured.stream));
  await eventually(row).toBeUndefined();
  expect(sent).toEqual([]);
  expect(captured.text()).toContain('was dropped');
  expect(captured.text()).not.toMatch(/13800138008|048213/);
});

test('a message whose sender dies of it each time does not come for ever', async () => {
  await put('13800138009');
  await db.updateTable('outbox').set({ tries: 10 }).execute();
  const sent: string[] = [];
  sending(async ({ to }) => void sent.push(to));
  await eventually(() => queue.counts()).toEqual({ waiting: 0, stuck: 1 });
  expect(sent).toEqual([]);
});

test('stopping waits for what is on its way', async () => {
  await put('13800138010');
  const { promise: gate, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const sender = startSending({
    queue,
    kinds: ['sms'],
    send: () => {
      begin();
      return gate;
    },
    now: () => new Date(),
    log: createLog('silent'),
  });
  await begun;
  const stopped = sender.stop();
  letGo();
  await stopped;
  expect(await row()).toBeUndefined();
});
