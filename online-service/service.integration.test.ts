import { onlineContract } from '@certbridge/shared/contract/online.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { seedChannels } from './channels/seed-channels.ts';
import { startService } from './service.ts';
import { capturedLog } from './testing/captured-log.ts';
import { eventually } from './testing/eventually.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { EXTENSION_ORIGIN, testConfig } from './testing/test-config.ts';

const log = capturedLog();
const service = await startService(testConfig(await temporaryFolder(), { logLevel: 'trace' }), { logTo: log.stream });
afterAll(() => service.stop());

async function get(path: string, headers: Record<string, string> = {}) {
  const reply = await fetch(service.url + path, { headers });
  return { status: reply.status, headers: reply.headers, body: await reply.text() };
}
const json = async (path: string) => JSON.parse((await get(path)).body);

describe('channels', () => {
  test('a list by name, in order', async () => {
    const seeds = await seedChannels();
    expect(await json('/v1/channels')).toEqual({
      ok: true,
      value: { channels: seeds.map(({ id, name }) => ({ id, name })) },
    });
  });

  test('each is read as it was seeded', async () => {
    for (const seed of await seedChannels()) {
      expect(await json(`/v1/channels/${seed.id}`)).toEqual({ ok: true, value: seed });
    }
  });

  test('an unknown one is named so', async () => {
    const { status, body } = await get('/v1/channels/nowhere');
    expect([status, JSON.parse(body)]).toEqual([404, { ok: false, error: { code: 'CHANNEL_UNKNOWN' } }]);
  });

  test.each([
    '/v1/channels?all=1',
    '/v1/channels/paperless-unit?x',
    '/v1/channels/UPPER',
    '/v1/channels/%00',
    '/health?v=1',
  ])('strict input: %s is refused', async (path) => {
    const { status, body } = await get(path);
    expect([status, JSON.parse(body).error.code]).toEqual([400, 'INPUT_INVALID']);
  });

  test('a page is refused, our extension is served', async () => {
    expect((await get('/v1/channels', { origin: 'https://partner.example' })).status).toBe(403);
    const { status, headers } = await get('/v1/channels', { origin: EXTENSION_ORIGIN });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, EXTENSION_ORIGIN]);
  });
});

test('health says ready, with version and clock', async () => {
  const { value } = await json('/health');
  expect(onlineContract.health.output.safeParse(value).success).toBe(true);
});

test('metrics count by route and status, never by id', async () => {
  await get('/v1/channels/sgca-mobile');
  await get('/v1/channels/nobody-knows-this');
  const { body } = await get('/metrics');
  expect(body).toMatch(
    /certbridge_http_request_duration_seconds_count\{method="GET",route="\/v1\/channels\/:id",status="404"\} \d/,
  );
  expect(body).toContain('certbridge_database_connections{state="idle"}');
  expect(body).toContain('process_cpu_user_seconds_total');
  expect(body).not.toMatch(/sgca-mobile|nobody-knows-this/);
});

describe('documentation', () => {
  test('the document lists every operation of the contract', async () => {
    const document = await json('/docs/json');
    for (const { route } of Object.values(onlineContract)) {
      expect(document.paths[route.path]).toHaveProperty(route.method.toLowerCase());
    }
  });

  test('the page and its parts are there, under a policy of their own without foreign places', async () => {
    const page = await get('/docs');
    const parts = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, part]) => new URL(`${part}`, `${service.url}/docs`),
    );
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect((await fetch(part)).status).toBe(200);
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/https?:|\*/);
  });
});

test('the log has route, status, time and id, and nothing that a user typed or where he is', async () => {
  const { headers } = await get('/v1/channels/id-110101199003078888?phone=13800138000&name=%E5%BC%A0%E4%B8%89', {
    'x-request-id': 'from-outside',
    'user-agent': 'browser-of-zhang-san',
  });
  await fetch(`${service.url}/v1/orders-of-13800138000`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"idNumber":"110101199003078888"}',
  });
  await get('/%zz13800138000');
  const id = headers.get('x-request-id');
  await eventually(() => log.text()).toContain(`"requestId":"${id}"`);
  await eventually(() => log.text()).toMatch(/"route":"unknown","status":400/);
  const line = log
    .text()
    .split('\n')
    .find((one) => one.includes(`${id}`) && one.includes('"msg":"request"'));
  expect(JSON.parse(`${line}`)).toEqual({
    level: 'info',
    time: expect.any(String),
    service: 'online',
    requestId: id,
    method: 'GET',
    route: '/v1/channels/:id',
    status: 400,
    ms: expect.any(Number),
    msg: 'request',
  });
  const { port } = new URL(service.url);
  const requests = log.text().replaceAll(`http://127.0.0.1:${port}`, '');
  expect(requests).not.toMatch(/110101199003078888|13800138000|张三|%E5%BC%A0|from-outside|zhang-san|127\.0\.0\.1/);
});
