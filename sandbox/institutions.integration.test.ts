import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildSandbox } from './http/build-sandbox.ts';
import { type Institutions, openInstitutions } from './open-institutions.ts';
import { replyLines, sign } from './signed-api/signature.ts';
import { signedRequest } from './signed-api/testing/signed-request.ts';

let server: FastifyInstance;
let accounts: Institutions['accounts'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certbridge-institutions-'));
});

// Each test has institutions that know nobody yet.
beforeEach(async () => {
  const institutions = openInstitutions();
  accounts = institutions.accounts;
  server = await buildSandbox({ sdkFile: join(folder, 'sdk.js'), routes: [institutions.routes] });
  return () => server.close();
});

afterAll(() => rm(folder, { recursive: true }));

const PERSON = { name: '王示例', idKind: 'resident-id', idNumber: '11010519491231002X', mobile: '13800138001' };
const CARD = '6216261000000000018';
const check = (content: object, way = 'phone') =>
  signedRequest(accounts.bureau, { method: 'POST', url: `/bureau/v1/checks/${way}`, content });
const PAYEE = { name: '示例建设工程有限公司', bank: '中国工商银行', province: '410000', city: '411400' };
const transfer = (account: string, requestId: string, remark = '482913') =>
  signedRequest(accounts.bank, {
    method: 'POST',
    url: '/bank/v1/transfers',
    content: { payee: { ...PAYEE, account }, amountFen: 1, remark },
    requestId,
  });
const standing = (requestId: string) =>
  signedRequest(accounts.bank, { method: 'GET', url: `/bank/v1/transfers/${requestId}` });
const page = async (url: string) => (await server.inject({ url, headers: { host: '127.0.0.1:7100' } })).body;
const post = (url: string, fields: Record<string, string>) =>
  server.inject({
    method: 'POST',
    url,
    headers: { host: '127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
async function answer(request: InjectOptions) {
  const reply = await server.inject(request);
  return [reply.statusCode, JSON.parse(reply.body) as unknown] as const;
}

describe('docs/identity-providers.md: who is let in', () => {
  test('a reply is signed over what it answers', async () => {
    const request = check(PERSON);
    const { headers, body } = await server.inject(request);
    const asked = request.headers ?? {};
    const lines = replyLines({
      status: 200,
      nonce: String(asked['x-nonce']),
      requestId: String(asked['x-request-id']),
      timestamp: String(headers['x-timestamp']),
      body,
    });
    expect(headers['x-signature']).toBe(sign(accounts.bureau.key, lines));
  });

  test.each<[string, (request: InjectOptions) => InjectOptions, string]>([
    ['another body', (request) => ({ ...request, payload: '{}' }), 'SIGNATURE_INVALID'],
    ['another path', (request) => ({ ...request, url: '/bureau/v1/checks/bank-card' }), 'SIGNATURE_INVALID'],
    ['no signature', (request) => ({ ...request, headers: { host: '127.0.0.1' } }), 'APP_UNKNOWN'],
  ])('%s is refused', async (_what, change, code) => {
    expect(await answer(change(check(PERSON)))).toEqual([401, { code }]);
  });

  test('an old request and one that was heard before are refused', async () => {
    const { bureau } = accounts;
    const asked = { method: 'POST', url: '/bureau/v1/checks/phone', content: PERSON } as const;
    expect(await answer(signedRequest(bureau, { ...asked, secondsAgo: 301 }))).toEqual([
      401,
      { code: 'CLOCK_DIFFERS' },
    ]);
    const request = check(PERSON);
    expect((await answer(request))[0]).toBe(200);
    expect(await answer(request)).toEqual([401, { code: 'NONCE_USED' }]);
  });

  test('what is not understood is refused', async () => {
    expect(await answer(check({ name: 'x' }))).toEqual([400, { code: 'REQUEST_INVALID' }]);
  });
});

describe('the bureau', () => {
  test.each([
    ['anybody who could exist', PERSON, 'match'],
    ['a name with 不符', { ...PERSON, name: '王不符' }, 'mismatch'],
    ['an ID number whose check digit is wrong', { ...PERSON, idNumber: '110105194912310021' }, 'mismatch'],
  ])('%s: %s', async (_who, person, result) => {
    expect(await answer(check(person))).toEqual([200, { result }]);
  });

  test('somebody whom the page has added must be the same in everything', async () => {
    expect((await post('/bureau/people', { ...PERSON, cardNumber: CARD })).statusCode).toBe(303);
    expect(await page('/bureau')).toContain(CARD);
    expect((await answer(check(PERSON)))[1]).toEqual({ result: 'match' });
    expect((await answer(check({ ...PERSON, mobile: '13900139000' })))[1]).toEqual({ result: 'mismatch' });
    expect((await answer(check({ ...PERSON, cardNumber: CARD }, 'bank-card')))[1]).toEqual({ result: 'match' });
    const another = { ...PERSON, cardNumber: '6226388000000095' };
    expect((await answer(check(another, 'bank-card')))[1]).toEqual({ result: 'mismatch' });
  });

  test('who cannot exist is not added, and the page says why', async () => {
    const reply = await post('/bureau/people', { ...PERSON, mobile: '1' });
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('没有添加');
    expect(reply.body).toContain('role="alert"');
  });

  test('its page switches it away and back', async () => {
    await post('/bureau/availability', { now: 'away' });
    expect(await answer(check(PERSON))).toEqual([503, { code: 'PROVIDER_AWAY' }]);
    await post('/bureau/availability', { now: 'here' });
    expect((await answer(check(PERSON)))[0]).toBe(200);
    expect((await post('/bureau/availability', { now: 'gone' })).statusCode).toBe(400);
  });
});

describe('the bank', () => {
  test('a fen is on the statement with its remark, once for a request id', async () => {
    const id = 'aaaaaaaa-0000-4000-8000-000000000001';
    expect(await answer(transfer('6222020012345678', id))).toEqual([200, { result: 'accepted' }]);
    expect(await answer(transfer('6222020012345678', id))).toEqual([200, { result: 'accepted' }]);
    expect(await answer(standing(id))).toEqual([200, { standing: 'credited' }]);
    const shown = await page('/bank');
    expect(shown.match(/482913/g)).toHaveLength(1);
    expect(shown).toContain('6222020012345678');
  });

  test('the same request id for another content is refused', async () => {
    const id = 'aaaaaaaa-0000-4000-8000-000000000002';
    await answer(transfer('6222020012345678', id));
    expect(await answer(transfer('6222020012345678', id, '000000'))).toEqual([409, { code: 'REQUEST_ID_REUSED' }]);
  });

  test('an account too short is refused at once, and nothing is on any statement', async () => {
    const id = 'aaaaaaaa-0000-4000-8000-000000000003';
    expect(await answer(transfer('1234567', id))).toEqual([200, { result: 'refused' }]);
    expect(await answer(standing(id))).toEqual([404, { code: 'NOT_FOUND' }]);
  });

  test('an account that ends with 0000 gets nothing: the fen comes back', async () => {
    const id = 'aaaaaaaa-0000-4000-8000-000000000004';
    expect(await answer(transfer('6222020012340000', id))).toEqual([200, { result: 'accepted' }]);
    expect(await answer(standing(id))).toEqual([200, { standing: 'returned' }]);
    expect(await page('/bank')).not.toContain('482913');
  });

  test('programs read what has arrived as JSON', async () => {
    await answer(transfer('6222020012345678', 'aaaaaaaa-0000-4000-8000-000000000005'));
    const reply = await server.inject({ url: '/bank/transfers.json', headers: { host: '127.0.0.1' } });
    expect(reply.json()).toMatchObject({
      ok: true,
      value: { messages: [{ payee: { account: '6222020012345678' }, remark: '482913', standing: 'credited' }] },
    });
  });
});

test.each(['/bureau', '/bank'])(
  '%s shows the settings of a service, and what is typed there is no markup',
  async (url) => {
    const name = '<b>王</b>';
    await answer(check({ ...PERSON, name }));
    const shown = await page(url);
    expect(shown).toContain(`http://127.0.0.1:7100${url}/`);
    expect(shown).not.toContain(name);
  },
);
