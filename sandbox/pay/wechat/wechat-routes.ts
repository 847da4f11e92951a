import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { answerWithFaults } from '../answer-with-faults.ts';
import { Bills } from './bill-routes.ts';
import { checkAuthorization } from './check-authorization.ts';
import { nativeOrder } from './native-order.ts';
import { queryRefund, refund } from './refund-routes.ts';
import { signedHeaders } from './sign-content.ts';
import { closeTrade, queryTrade } from './trade-routes.ts';
import { WechatError } from './wechat-error.ts';
import type { WechatSide } from './wechat-side.ts';

const TRADES = '/v3/pay/transactions';
const REFUNDS = '/v3/refund/domestic/refunds';
const FILE = '/v3/billdownload/file';

/** The gateway as shops call it, under `/wechat`: who asks is checked first, and who was believed gets it signed. */
export function wechatRoutes(side: WechatSide): FastifyPluginAsync {
  return async (site) => {
    await site.register(
      async (api) => {
        door(api, side);
        answerWithFaults(api, side.world.faults.wechat);
        operations(api, side);
      },
      { prefix: '/wechat' },
    );
  };
}

function door(api: FastifyInstance, side: WechatSide): void {
  const believed = new WeakSet<FastifyRequest>();
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('*', { parseAs: 'string' }, (_asked, body, done) => done(null, body));
  api.addHook('preHandler', async (asked) => {
    const { method, raw, headers } = asked;
    const arrived = { method, path: String(raw.url), authorization: headers.authorization, body: bodyOf(asked) };
    checkAuthorization(side.keys, arrived, side.now());
    believed.add(asked);
    if (side.switches.has('limited')) throw new WechatError('FREQUENCY_LIMITED');
  });
  api.setErrorHandler((error: { readonly statusCode?: number }, _asked, reply) => {
    const told = error instanceof WechatError ? error : ofServer(error.statusCode ?? 500);
    return reply.code(told.status).type('application/json; charset=utf-8').send(told.body);
  });
  api.addHook('onSend', async (asked, reply, payload) => {
    const isFile = asked.routeOptions.url?.endsWith(FILE) && reply.statusCode === 200;
    if (!believed.has(asked) || isFile) return payload;
    const key = side.keys.platform(String(asked.headers['wechatpay-serial'] ?? ''));
    reply.headers(signedHeaders(key, typeof payload === 'string' ? payload : '', side.now()));
    return payload;
  });
}

function operations(api: FastifyInstance, side: WechatSide): void {
  const bills = new Bills(side);
  const json = 'application/json; charset=utf-8';
  api.post(`${TRADES}/native`, async (asked, reply) => {
    const opened = await nativeOrder(side, bodyOf(asked));
    return reply.type(json).send(JSON.stringify(opened));
  });
  api.get(`${TRADES}/out-trade-no/:no`, (asked, reply) =>
    reply.type(json).send(JSON.stringify(queryTrade(side, { params: asked.params, content: asked.query }))),
  );
  api.post(`${TRADES}/out-trade-no/:no/close`, (asked, reply) => {
    closeTrade(side, { params: asked.params, content: bodyOf(asked) });
    return reply.code(204).send();
  });
  api.post(REFUNDS, (asked, reply) => reply.type(json).send(JSON.stringify(refund(side, bodyOf(asked)))));
  api.get(`${REFUNDS}/:no`, (asked, reply) => reply.type(json).send(JSON.stringify(queryRefund(side, asked.params))));
  api.get('/v3/bill/tradebill', (asked, reply) => {
    const address = `http://${asked.headers.host}${api.prefix}${FILE}`;
    return reply.type(json).send(JSON.stringify(bills.ask(asked.query, address)));
  });
  api.get(FILE, (asked, reply) => reply.type('application/octet-stream').send(bills.file(asked.query)));
}

function bodyOf({ body }: FastifyRequest): string {
  return typeof body === 'string' ? body : '';
}

function ofServer(status: number): WechatError {
  return new WechatError(status < 500 ? 'PARAM_ERROR' : 'SYSTEM_ERROR');
}
