import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { type FastifyInstance, fastify } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPhones } from './phone.ts';
import { phonesRoutes } from './phones-routes.ts';

const phones = newPhones();
let server: FastifyInstance;
let url: string;

beforeAll(async () => {
  server = fastify({ forceCloseConnections: true });
  await server.register(phonesRoutes(phones));
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(() => server.close());

async function messagesAt(path: string): Promise<{ serial: number; number: string; text: string }[]> {
  const reply = await fetch(`${url}${path}`);
  const { value } = (await reply.json()) as {
    value: { messages: { serial: number; number: string; text: string }[] };
  };
  return value.messages;
}

test('each number has a phone, the one that rang last first, with its newest message on top', async () => {
  phones.add({ number: '13800138000', text: '【证桥】one 111111', reference: 'a' });
  phones.add({ number: '13900139000', text: '【证桥】two', reference: 'b' });
  phones.add({ number: '13800138000', text: '【证桥】three <script>', reference: 'c' });
  const page = await (await fetch(`${url}/phones`)).text();
  const order = ['13800138000', 'three &#60;script&#62;', '<b>111111</b>', '13900139000', 'two'];
  expect(order.map((word) => page.indexOf(word)).every((at, index, all) => at > (all[index - 1] ?? 0))).toBe(true);
  expect(page).not.toContain('重复发送');
});

test('a message sent again is marked as such', async () => {
  phones.add({ number: '13700137000', text: 'once', reference: 'same' });
  phones.add({ number: '13700137000', text: 'once', reference: 'same' });
  expect((await (await fetch(`${url}/phones`)).text()).match(/重复发送/g)).toHaveLength(1);
});

test('a program reads one number as JSON, and waits for what has not come yet', async () => {
  const [newest] = await messagesAt('/phones/13800138000.json');
  expect(newest).toMatchObject({ number: '13800138000', text: '【证桥】three <script>' });
  const waiting = messagesAt(`/phones/13800138000.json?after=${newest?.serial ?? 0}`);
  phones.add({ number: '13900139000', text: 'of somebody else', reference: '' });
  phones.add({ number: '13800138000', text: 'new', reference: '' });
  expect((await waiting).map(({ text }) => text)).toEqual(['new']);
  expect((await fetch(`${url}/phones.json?after=x`)).status).toBe(400);
});

test('the page hears of each arrival, and its content is not in the event', async () => {
  const [stream] = (await once(get(`${url}/phones/events`), 'response')) as [IncomingMessage];
  phones.add({ number: '13800138000', text: 'secret 222222', reference: '' });
  let heard = '';
  while (!heard.includes('arrived')) {
    const [chunk] = (await once(stream, 'data')) as [Buffer];
    heard += chunk.toString();
  }
  expect(heard).not.toMatch(/222222|13800138000/);
  stream.destroy();
});

test('a code stands out, and an order’s number does not', async () => {
  phones.add({ number: '13600136000', text: '订单 261123-00042 的验证码 333333', reference: '' });
  const page = await (await fetch(`${url}/phones`)).text();
  expect(page).toContain('订单 261123-00042 的验证码 <b>333333</b>');
});
