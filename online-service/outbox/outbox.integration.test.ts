import { beforeEach, describe, expect, test } from 'vitest';
import { actOnOutbox, readOutboxArguments } from '../cli/outbox.ts';
import { sendCertificatePassword } from '../identity/send-certificate-password.ts';
import { tellOperator } from '../orders/tell-operator.ts';
import { type ExpiringCertificate, remindOfExpiry } from '../reminders/remind-of-expiry.ts';
import { outboxDeskRecords } from '../storage/outbox-desk-records.ts';
import { outboxQueueRecords } from '../storage/outbox-queue-records.ts';
import { outboxOf } from '../testing/outbox-of.ts';
import { paymentDesk } from '../testing/payment-desk.ts';
import type { OutboxMessage } from './outbox.ts';

const desk = await paymentDesk();
const { db, tools } = desk;
const { transact } = tools;
const outbox = outboxOf(desk);
const queue = outboxQueueRecords(db, tools.records);
const staff = outboxDeskRecords(db, tools.records);
const MESSAGE: OutboxMessage = { kind: 'sms', to: '13800138000', template: 'order-approved', values: { number: '1' } };

beforeEach(async () => {
  await db.deleteFrom('outbox').execute();
  await db.deleteFrom('message_key').execute();
});

const count = () => desk.rows('outbox');
const orderOf = async () => {
  const { order } = await desk.signed();
  const found = await transact((stores) => stores.orders.find(order.id));
  await db.deleteFrom('outbox').execute();
  if (!found) throw new Error('no order');
  return found;
};

describe('deduplicated by the receiver’s key', () => {
  const put = (message: OutboxMessage, key: string) => transact((stores) => stores.outbox.put(message, { key }));

  test('a second message with the same key is not put, even when the first has gone', async () => {
    await put(MESSAGE, 'approved 1');
    await db.deleteFrom('outbox').execute();
    await put(MESSAGE, 'approved 1');
    expect(await count()).toBe(0);
    await put(MESSAGE, 'approved 2');
    expect(await count()).toBe(1);
  });

  test('SMS and mail about the same have the same key', async () => {
    await put(MESSAGE, 'approved 1');
    await put({ kind: 'mail', to: 'a@example.cn', template: 'order-approved', values: {} }, 'approved 1');
    expect(await count()).toBe(2);
  });

  test('two processes at the same moment put one', async () => {
    await Promise.all(Array.from({ length: 8 }, () => put(MESSAGE, 'approved 1')));
    expect(await count()).toBe(1);
  });

  test('a transaction that is undone leaves its key to the next', async () => {
    const undone = transact(async (stores) => {
      await stores.outbox.put(MESSAGE, { key: 'approved 1' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await put(MESSAGE, 'approved 1');
    expect(await count()).toBe(1);
  });
});

describe('reminders before a certificate ends', () => {
  const until = new Date('2026-12-23T03:00:00Z');
  const certificate: ExpiringCertificate = {
    serial: '5A01',
    holder: '示例建设工程有限公司',
    until,
    mobile: '13800138000',
    email: 'operator@example.cn',
  };
  const remind = (now: string) => transact((stores) => remindOfExpiry(stores, certificate, new Date(now)));

  test('by SMS and mail, once for each of the days', async () => {
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) await remind(`${day}T02:00:00Z`);
    expect(await outbox.messages()).toMatchObject([
      { kind: 'mail', template: 'expiry-reminder', values: { days: '30', until: '2026-12-23' } },
      { kind: 'sms', template: 'expiry-reminder', values: { days: '30' } },
    ]);
    await remind('2026-12-16T02:00:00Z');
    expect(await count()).toBe(4);
  });

  test('in the night they wait for the morning', async () => {
    await remind('2026-11-23T14:00:00Z');
    const due = await db.selectFrom('outbox').select('next_at').execute();
    expect(due.map(({ next_at }) => next_at.toISOString())).toEqual(Array(2).fill('2026-11-24T00:00:00.000Z'));
    expect((await outbox.messages())[0]?.values['days']).toBe('29');
  });

  test('a name that is too long for an SMS is cut there, not in the mail', async () => {
    const holder = '示例'.repeat(40);
    const long = { ...certificate, holder };
    await transact((stores) => remindOfExpiry(stores, long, new Date('2026-11-23T02:00:00Z')));
    const lengths = (await outbox.messages()).map(({ values }) => values['holder']?.length);
    expect(lengths).toEqual([80, 30]);
  });

  test('what has gone out of sight until the morning is not taken before', async () => {
    const inAnHour = new Date(Date.now() + 3_600_000);
    await transact((stores) => stores.outbox.put(MESSAGE, { notBefore: inAnHour }));
    expect(await queue.take({ kinds: ['sms'], most: 10, leaseMs: 1_000 })).toEqual([]);
  });
});

describe('what an operator is told of his order', () => {
  test('approved and posted by SMS and mail; returned with its reasons by mail, without them by SMS', async () => {
    const order = await orderOf();
    await transact(async (stores) => {
      await tellOperator(stores, order, { template: 'order-approved' });
      await tellOperator(stores, order, { template: 'order-returned', reasons: ['执照不清楚', '没有盖章'] });
      await tellOperator(stores, order, { template: 'order-posted', courier: '示例快递', trackingNumber: 'SF1' });
    });
    expect(await outbox.messages()).toMatchObject([
      { kind: 'mail', template: 'order-approved' },
      { kind: 'sms', template: 'order-approved' },
      { kind: 'mail', template: 'order-posted', values: { trackingNumber: 'SF1' } },
      { kind: 'sms', template: 'order-posted', values: { courier: '示例快递', trackingNumber: 'SF1' } },
      { kind: 'mail', template: 'order-returned', values: { reasons: '执照不清楚\n没有盖章' } },
      { kind: 'sms', template: 'order-returned', values: { number: order.number } },
    ]);
  });

  test('the certificate password goes by SMS to the legal representative only', async () => {
    const order = await orderOf();
    expect(await transact((stores) => sendCertificatePassword(stores, order, 'Xk27qpLm'))).toBe(true);
    expect(await outbox.messages()).toMatchObject([
      { kind: 'sms', to: '13800138001', template: 'certificate-password' },
    ]);
    const byAccount = { ...order, fields: { ...order.fields, 'unitCheck.way': 'account-transfer' } };
    expect(await transact((stores) => sendCertificatePassword(stores, byAccount, 'Xk27qpLm'))).toBe(false);
  });
});

describe('messages that could not be sent, in sight of staff', () => {
  const stuck = async () => {
    await transact((stores) => stores.outbox.put(MESSAGE));
    const [taken] = await queue.take({ kinds: ['sms'], most: 1, leaseMs: 1_000 });
    await queue.setAside(taken?.id ?? '', 'SendFault isv.MOBILE_NUMBER_ILLEGAL');
    return taken?.id ?? '';
  };

  test('listed with what went wrong, without recipient or content', async () => {
    const id = await stuck();
    const { output, words } = await actOnOutbox(staff, { act: 'list', json: false }, new Date());
    expect(output).toMatch(
      new RegExp(`${id} +sms +order-approved +搁置 stuck +1 +0 +SendFault isv.MOBILE_NUMBER_ILLEGAL`),
    );
    expect(output + words).not.toContain('13800138000');
    const json = await actOnOutbox(staff, { act: 'list', json: true }, new Date());
    expect(JSON.parse(json.output)).toMatchObject([{ id, standing: 'stuck', tries: 1 }]);
  });

  test('retried: it is due at once, with all its tries; a second time there is nothing to retry', async () => {
    const id = await stuck();
    expect(await actOnOutbox(staff, { act: 'retry', id }, new Date())).toMatchObject({ exitCode: 0 });
    expect(await actOnOutbox(staff, { act: 'retry', id }, new Date())).toMatchObject({ exitCode: 1 });
    const [taken] = await queue.take({ kinds: ['sms'], most: 1, leaseMs: 1_000 });
    expect(taken).toMatchObject({ id, tries: 1 });
  });

  test.each([
    [['list'], { act: 'list', json: false }],
    [['list', '--json'], { act: 'list', json: true }],
    [['retry', '0d8f9a52-6d0e-4b52-9f3e-3a1f2c4b5d6e'], { act: 'retry', id: '0d8f9a52-6d0e-4b52-9f3e-3a1f2c4b5d6e' }],
    [['retry'], undefined],
    [['retry', '13800138000'], undefined],
    [['drop'], undefined],
  ])('%j is read as %j', (given, command) => {
    expect(readOutboxArguments(given)).toEqual(command);
  });
});
