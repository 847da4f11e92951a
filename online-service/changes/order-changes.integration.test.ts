import Fastify from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { createLog } from '../create-log.ts';
import { addOrderChangeStream } from '../http/order-change-stream.ts';
import { settle } from '../payments/settle.ts';
import { tokenHash } from '../sessions/session.ts';
import { eventually } from '../testing/eventually.ts';
import { query } from '../testing/external-database.ts';
import { paymentDesk } from '../testing/payment-desk.ts';
import { orderChanges } from './order-changes.ts';

const desk = await paymentDesk();
const { tools, alipay } = desk;
const changes = orderChanges(desk.databaseUrl, createLog('silent'));
afterAll(() => changes.stop());

const OUR_LINE = "application_name = 'certbridge changes'";
const lines = async () => (await query(desk.databaseUrl, `select 1 from pg_stat_activity where ${OUR_LINE}`)).length;

async function paid() {
  const { order, me } = await desk.signed();
  const fact = alipay.pay(await desk.open(order, me));
  return { order, me, pays: () => settle(tools, { holder: 'alipay', fact, foundBy: 'callback' }) };
}

describe('who watches an order hears of it when somebody else changes it', () => {
  test('once the change stays, from whichever process', async () => {
    const { order, pays } = await paid();
    let heard = 0;
    const unwatch = changes.watch(order.id, () => {
      heard += 1;
    });
    await pays();
    await eventually(() => heard).toBeGreaterThan(0);
    unwatch();
  });

  test('also after the database has dropped the line', async () => {
    const { order, pays } = await paid();
    let heard = 0;
    const unwatch = changes.watch(order.id, () => {
      heard += 1;
    });
    await eventually(async () => lines()).toBe(1);
    await query(desk.databaseUrl, `select pg_terminate_backend(pid) from pg_stat_activity where ${OUR_LINE}`);
    await pays();
    await eventually(() => heard).toBeGreaterThan(0);
    unwatch();
  });
});

describe('WHATWG HTML 9.2: server-sent events', () => {
  const token = 'a'.repeat(43);

  async function streaming(orderId: string, session: 'of the order' | 'of another') {
    const app = Fastify();
    addOrderChangeStream(app, {
      findSession: async (hash) =>
        Buffer.compare(hash, tokenHash(token)) === 0
          ? { kind: 'order', orderId: session === 'of the order' ? orderId : '6a7bd0d2-93f4-4d6c-8f43-000000000000' }
          : undefined,
      watch: changes.watch,
      versionOf: (asked, id) =>
        tools.transact(async (stores) => {
          const order = await stores.orders.find(id);
          const mine = asked.session?.kind === 'order' && asked.session.orderId === id;
          return mine ? order?.version : undefined;
        }),
    });
    afterAll(() => app.close());
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const ask = (id: string, bearer = token) =>
      fetch(`${url}/v1/orders/${id}/changes`, { headers: { authorization: `Bearer ${bearer}` } });
    return { app, ask };
  }

  test('the first event says the version, the next ones say each new one; closing the service ends it', async () => {
    const { order, pays } = await paid();
    const { app, ask } = await streaming(order.id, 'of the order');
    const reply = await ask(order.id);
    expect(reply.headers.get('content-type')).toContain('text/event-stream');
    const said: string[] = [];
    const reading = (async () => {
      for await (const chunk of reply.body ?? []) said.push(Buffer.from(chunk).toString());
    })();
    await eventually(() => said.join('')).toContain(`data: {"version":${order.version}}`);
    await pays();
    await eventually(() => said.join('')).toContain(`data: {"version":${order.version + 2}}`);
    await app.close();
    await reading;
  });

  test('what happens between the first look and the watch is said, and an older version never after a newer', async () => {
    const { order } = await paid();
    const answers = [7, 9, 8];
    let tell = () => {};
    const app = Fastify();
    afterAll(() => app.close());
    addOrderChangeStream(app, {
      findSession: async () => ({ kind: 'order', orderId: order.id }),
      watch: (_id, changed) => {
        tell = changed;
        return () => {};
      },
      versionOf: async () => answers.shift() ?? 10,
    });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const reply = await fetch(`${url}/v1/orders/${order.id}/changes`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const said: string[] = [];
    const reading = (async () => {
      for await (const chunk of reply.body ?? []) said.push(Buffer.from(chunk).toString());
    })();
    await eventually(() => said.join('')).toContain('"version":9');
    tell();
    tell();
    await eventually(() => said.join('')).toContain('"version":10');
    expect(said.join('').match(/\d+/g)).toEqual(['7', '9', '10']);
    await app.close();
    await reading;
  });

  test('a line ends with its session, at the next change', async () => {
    const { order } = await paid();
    let isOver = false;
    let tell = () => {};
    const app = Fastify();
    afterAll(() => app.close());
    addOrderChangeStream(app, {
      findSession: async () => (isOver ? 'over' : { kind: 'order', orderId: order.id }),
      watch: (_id, changed) => {
        tell = changed;
        return () => {};
      },
      versionOf: async () => (isOver ? 2 : 1),
    });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const reply = await fetch(`${url}/v1/orders/${order.id}/changes`, {
      headers: { authorization: `Bearer ${token}` },
    });
    isOver = true;
    tell();
    expect((await reply.text()).match(/\d+/g)).toEqual(['1']);
  });

  test.each([
    { by: 'without a session', session: 'of the order', bearer: 'b'.repeat(43), status: 401 },
    { by: 'with another order’s session', session: 'of another', bearer: token, status: 404 },
  ] as const)('$by nothing is said', async ({ session, bearer, status }) => {
    const { order } = await paid();
    const { ask } = await streaming(order.id, session);
    expect((await ask(order.id, bearer)).status).toBe(status);
  });

  test('an id that is none is refused like an order that is none', async () => {
    const { order } = await paid();
    const { ask } = await streaming(order.id, 'of the order');
    expect((await ask('x'.repeat(36))).status).toBe(404);
  });
});
