import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { PaymentProviderAway } from '../payment-provider.ts';
import { PAID_TRADE, secondsOf, settingsWith, signatureHeaders } from './testing/wechat-side.ts';
import { wechatProvider } from './wechat-provider.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

async function providerThat(answer: Answer) {
  let heard = 0;
  const server = createServer((request, response) => {
    heard += 1;
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const settings = settingsWith({ baseURL: `http://127.0.0.1:${port}/` });
  const source = { current: () => Promise.resolve(settings) };
  const provider = wechatProvider({
    settings: source,
    now: () => new Date(),
    notifyUrl: () => 'https://ca.example.cn/wechat',
    withinMs: 500,
  });
  return { provider, heard: () => heard };
}

interface Reply {
  readonly status?: number;
  readonly content?: unknown;
  readonly secondsAgo?: number;
}

function signed({ status = 200, content = PAID_TRADE, secondsAgo = 0 }: Reply): Answer {
  return (response) => {
    const body = JSON.stringify(content);
    const timestamp = secondsOf(new Date(Date.now() - secondsAgo * 1000));
    response.writeHead(status, { 'content-type': 'application/json', ...signatureHeaders(body, timestamp) }).end(body);
  };
}

const TRADE_NO = PAID_TRADE.out_trade_no;
const away = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (fault: unknown) => (fault instanceof PaymentProviderAway ? fault.code : fault),
  );

describe('what is believed', () => {
  test('a signed reply about the trade that was asked for', async () => {
    const { provider } = await providerThat(signed({}));
    expect(await provider.look(TRADE_NO)).toMatchObject({ standing: 'paid', fact: { amount: 30_000 } });
  });

  test('a signed refusal', async () => {
    const { provider } = await providerThat(signed({ status: 404, content: { code: 'ORDER_NOT_EXIST' } }));
    expect(await provider.look(TRADE_NO)).toEqual({ standing: 'unknown' });
  });
});

describe('nothing is known after', () => {
  test.each<[string, Answer, string]>([
    ['a reply without a signature', (response) => void response.end(JSON.stringify(PAID_TRADE)), 'reply-not-trusted'],
    [
      'a refusal without a signature',
      (response) => void response.writeHead(404).end('{"code":"ORDER_NOT_EXIST"}'),
      'reply-not-trusted',
    ],
    ['a reply of six minutes ago', signed({ secondsAgo: 360 }), 'reply-not-trusted'],
    [
      'a reply about another trade',
      signed({ content: { ...PAID_TRADE, out_trade_no: 'CB1' } }),
      'reply-of-another-trade',
    ],
    ['a reply about another merchant', signed({ content: { ...PAID_TRADE, mchid: '1' } }), 'reply-of-another-trade'],
    ['a reply about another app', signed({ content: { ...PAID_TRADE, appid: 'wx' } }), 'reply-of-another-trade'],
    ['a state that nobody knows', signed({ content: { ...PAID_TRADE, trade_state: 'NEW' } }), 'reply-not-understood'],
    ['a signed fault of the provider', signed({ status: 500, content: { code: 'SYSTEM_ERROR' } }), 'SYSTEM_ERROR'],
    ['a gateway that says 503', (response) => void response.writeHead(503).end('<html>'), 'unwell'],
    ['a request that is not taken', (response) => void response.writeHead(401).end('{}'), 'request-refused'],
    ['too many questions', (response) => void response.writeHead(429).end('{}'), 'too-fast'],
    ['no reply in time', () => undefined, 'too-slow'],
    ['a broken connection', (response) => void response.destroy(), 'unreachable'],
    [
      'a reply cut in half',
      (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{', () => response.destroy());
      },
      'unreachable',
    ],
    [
      'a redirect to somebody else',
      (response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      'reply-not-trusted',
    ],
  ])('%s', async (_what, answer, reason) => {
    const { provider, heard } = await providerThat(answer);
    expect(await away(provider.look(TRADE_NO))).toBe(reason);
    expect(heard()).toBe(1);
  });

  test('a bill that lies elsewhere: our signature does not go there', async () => {
    const content = {
      hash_type: 'SHA1',
      hash_value: '0'.repeat(40),
      download_url: 'https://elsewhere.example/v3/x?token=1',
    };
    const { provider, heard } = await providerThat(signed({ content }));
    expect(await away(provider.bill('2026-01-08'))).toBe('bill-elsewhere');
    expect(heard()).toBe(1);
  });
});

test('what is thrown holds a word, and nothing of keys, request or reply', async () => {
  const { provider } = await providerThat((response) => void response.end(JSON.stringify(PAID_TRADE)));
  const fault = await provider.look(TRADE_NO).catch((thrown: unknown) => thrown);
  const shown = inspect(fault, { depth: 10, showHidden: true });
  expect(shown).not.toMatch(/openid|oUpF8|authorization|signature=|PRIVATE|mchid/i);
});
