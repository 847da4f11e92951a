import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PORTALS } from '../portals/portals.ts';
import { buildSandbox } from './build-sandbox.ts';

let server: FastifyInstance;
let folder: string;
let plugged = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certbridge-sandbox-'));
  server = await buildSandbox({
    sdkFile: join(folder, 'certbridge-sdk.js'),
    routes: [
      async (site) => {
        site.get('/usb', () => 'the USB port');
        site.post('/usb/keys/:id/plug', () => ({ plugged: ++plugged }));
      },
    ],
  });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function ask(host: string, options: InjectOptions = {}) {
  const { headers, ...more } = options;
  return server.inject({ method: 'GET', url: '/', ...more, headers: { ...headers, host } });
}

describe('the Host header chooses the site', () => {
  test.each(PORTALS)('$host shows its own page, with its own title, on any port', async (portal) => {
    for (const host of [portal.host, `${portal.host}:7100`, portal.host.toUpperCase()]) {
      const page = await ask(host);
      expect(page.statusCode).toBe(200);
      expect(page.body).toMatch(new RegExp(`<title>${portal.name['zh-CN']}</title>`));
      expect(page.body).toContain('<html lang="zh-CN">');
    }
  });

  test.each(PORTALS)('$host speaks English when asked', async (portal) => {
    const page = await ask(portal.host, { url: '/?lang=en' });
    expect(page.body).toContain('<html lang="en">');
  });

  test.each(['127.0.0.1:7100', 'localhost'])('%s lists every address, with its own port', async (host) => {
    const { body } = await ask(host);
    const port = host.includes(':') ? ':7100' : '';
    for (const portal of PORTALS) expect(body).toContain(`http://${portal.host}${port}/`);
    expect(body).toContain(`http://${host}/usb`);
  });

  test.each([
    'evil.example',
    'portal.localhost',
    'x.shangqiu.portal.localhost',
    '127.0.0.1.evil.example',
    '[::1]:7100',
  ])('“%s” is refused by name, whatever it asks for', async (host) => {
    for (const url of ['/', '/usb', '/nowhere']) {
      const answer = await ask(host, { url });
      expect(answer.statusCode).toBe(421);
      expect(answer.json()).toMatchObject({ ok: false, error: { code: 'SANDBOX_HOST_UNKNOWN' } });
    }
  });

  test('a refusal is a page for people', async () => {
    const answer = await ask('evil.example', { headers: { accept: 'text/html' } });
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toContain('沙箱里没有这个网站');
  });
});

describe('the USB port', () => {
  test('is there for this computer only, not on the portals', async () => {
    expect((await ask('127.0.0.1', { url: '/usb' })).body).toBe('the USB port');
    for (const portal of PORTALS) {
      const answer = await ask(portal.host, { url: '/usb' });
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ error: { code: 'SANDBOX_PAGE_UNKNOWN' } });
    }
  });

  test.each(['http://evil.example', 'http://shangqiu.portal.localhost:7100', 'http://127.0.0.1:9999', 'null'])(
    'a page of %s cannot plug a key',
    async (origin) => {
      const before = plugged;
      const answer = await ask('127.0.0.1:7100', { method: 'POST', url: '/usb/keys/one/plug', headers: { origin } });
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ error: { code: 'SANDBOX_FOREIGN_ORIGIN' } });
      expect(plugged).toBe(before);
    },
  );

  test('its own page and a program can', async () => {
    const host = '127.0.0.1:7100';
    const plug = { method: 'POST', url: '/usb/keys/one/plug' } as const;
    expect((await ask(host, { ...plug, headers: { origin: `http://${host}` } })).statusCode).toBe(200);
    expect((await ask(host, plug)).statusCode).toBe(200);
  });
});

describe('the login forms', () => {
  const form = (host: string, fields: Record<string, string>, url = '/login') =>
    ask(host, {
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });

  test.each(['shangqiu', 'beijing'])(
    '%s answers a complete form with a page, and does not repeat what was typed',
    async (id) => {
      const fields = { way: 'account', account: 'somebody-unique', password: 'secret-unique' };
      const page = await form(`${id}.portal.localhost`, fields);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('登录请求已收到');
      expect(page.body).not.toMatch(/-unique/);
    },
  );

  test.each(['shangqiu', 'beijing'])('%s draws the form again and says what is missing', async (id) => {
    const host = `${id}.portal.localhost`;
    expect((await form(host, { way: 'certificate', certificate: '' })).body).toContain('没有选择证书');
    expect((await form(host, { way: 'account', account: '' })).body).toContain('没有填用户名');
    const english = await form(host, { way: 'account', account: 'a', password: ' ' }, '/login?lang=en');
    expect(english.statusCode).toBe(422);
    expect(english.body).toContain('The password is missing');
  });

  test('tongyong answers its script with data', async () => {
    const login = (payload: object) => ask('tongyong.portal.localhost', { method: 'POST', url: '/api/login', payload });
    expect((await login({ way: 'certificate', certificate: 'demo' })).json()).toEqual({ way: 'certificate' });
    expect((await login({ way: 'account' })).json()).toEqual({ way: 'account', fault: 'account-missing' });
    expect((await login([{ way: 5 }])).json()).toEqual({ way: 'certificate', fault: 'certificate-missing' });
  });

  test.each([
    ['too long a body', { payload: 'a='.padEnd(20_000, 'x'), type: 'application/x-www-form-urlencoded' }],
    ['a body that is not what it says', { payload: '{"way":', type: 'application/json' }],
    ['a body of an unknown kind', { payload: 'way', type: 'application/x-unknown' }],
  ])('%s is refused by name', async (_what, { payload, type }) => {
    const answer = await ask('shangqiu.portal.localhost', {
      method: 'POST',
      url: '/login',
      payload,
      headers: { 'content-type': type },
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.json()).toMatchObject({ error: { code: 'SANDBOX_REQUEST_INVALID' } });
  });
});

describe('what a page is made of', () => {
  test('a browser gets the app as JavaScript: the types are gone', async () => {
    const script = await ask('tongyong.portal.localhost', { url: '/app/main.ts' });
    expect(script.headers['content-type']).toContain('text/javascript');
    expect(script.body).not.toMatch(/: Promise<void>/);
  });

  test.each(['/app/../routes.ts', '/app/..%2froutes.ts', '/app/%2e%2e/routes.ts'])('%s leads nowhere', async (url) => {
    expect((await ask('tongyong.portal.localhost', { url })).statusCode).toBe(404);
  });

  test('the partner SDK is served when it is built, and named when it is not', async () => {
    const sdk = () => ask('tongyong.portal.localhost', { url: '/certbridge-sdk.js' });
    const missing = await sdk();
    expect(missing.statusCode).toBe(404);
    expect(missing.json()).toMatchObject({ error: { code: 'SANDBOX_SDK_NOT_BUILT' } });
    await writeFile(join(folder, 'certbridge-sdk.js'), 'built');
    expect((await sdk()).body).toBe('built');
  });

  test('beijing sends its strict policy with everything, refusals too', async () => {
    for (const url of ['/', '/assets/site.css', '/nowhere', '/login']) {
      const { headers } = await ask('beijing.portal.localhost', { url });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain(`default-src 'none'`);
      expect(policy).toContain(`require-trusted-types-for 'script'`);
      expect(policy).not.toContain('unsafe');
    }
  });
});
