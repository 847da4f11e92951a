import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { streamArrivals } from '../http/arrivals-routes.ts';
import { REQUEST_INVALID, refuse } from '../http/refusals.ts';
import { sendPage } from '../http/send-page.ts';
import { faultChoice, PAY_FAULTS } from './fault-panel.ts';
import { type NotPaid, payTrade } from './pay-trade.ts';
import type { PayGateway, PayWorld } from './pay-world.ts';
import { shownTrade } from './shown-trade.ts';
import { payProvider } from './trade.ts';
import { walletCode } from './wallet-code.ts';
import { walletPage } from './wallet-page.ts';

const coded = z.object({ code: z.pipe(z.string().check(z.maxLength(600)), z.transform(walletCode)) });
const forProvider = z.object({ provider: payProvider });
const schedule = z.object({
  factor: z.pipe(z.string().check(z.regex(/^\d{1,6}$/)), z.pipe(z.transform(Number), z.int().check(z.gte(1)))),
});

/** The wallet: a page for people, forms and JSON for programs. */
export function walletRoutes(world: PayWorld, gateways: readonly PayGateway[]): FastifyPluginAsync {
  const { book, notifier } = world;
  return async (site) => {
    site.get('/wallet', (asked, reply) => {
      const code = coded.safeParse(asked.query).data?.code;
      const trade = code === undefined || code === '' ? undefined : book.findByCode(code);
      const shown = trade?.state === 'waiting' ? book.scan(trade) : trade;
      const page = { ownHost: asked.headers.host ?? '', code, trade: shown };
      return sendPage(reply, walletPage(world, gateways, page));
    });
    streamArrivals(site, '/wallet/events', {
      onChange: (listener) => {
        const stops = [book.events.onChange(listener), notifier.deliveries.onChange(listener)];
        return () => stops.every((stop) => stop());
      },
    });
    site.get('/wallet/trades.json', (_asked, reply) =>
      reply.header('cache-control', 'no-store').send({ ok: true, value: { trades: book.all().map(shownTrade) } }),
    );
    site.get('/wallet/books.json', (_asked, reply) =>
      reply
        .header('cache-control', 'no-store')
        .send({ ok: true, value: { alipay: book.books('alipay'), wechat: book.books('wechat') } }),
    );
    payerRoutes(site, world, gateways);
    switchRoutes(site, world, gateways);
  };
}

/** What the payer does. */
function payerRoutes(site: FastifyInstance, world: PayWorld, gateways: readonly PayGateway[]): void {
  site.post('/wallet/pay', (asked, reply) => {
    const read = coded.safeParse(asked.body);
    if (!read.success) return refuse(asked, reply, { status: 400, text: REQUEST_INVALID });
    const result = payTrade(world, gateways, read.data.code);
    if (isForm(asked)) return reply.redirect(`/wallet?code=${encodeURIComponent(read.data.code)}`, 303);
    return typeof result === 'string'
      ? reply.code(409).send(notPaid(result))
      : reply.send({ ok: true, value: { trade: shownTrade(result.trade) } });
  });
  // Declining is going away: the shop hears nothing.
  site.post('/wallet/decline', (asked, reply) => done(asked, reply));
  site.post('/wallet/expire', (asked, reply) => {
    const trade = world.book.findByCode(coded.safeParse(asked.body).data?.code ?? '');
    if (!trade) return refuse(asked, reply, { status: 400, text: REQUEST_INVALID });
    world.book.close(trade);
    return done(asked, reply);
  });
}

function switchRoutes(site: FastifyInstance, world: PayWorld, gateways: readonly PayGateway[]): void {
  site.post('/wallet/faults', (asked, reply) => {
    const [whose, chosen] = [forProvider.safeParse(asked.body), faultChoice.safeParse(asked.body)];
    if (!whose.success || !chosen.success) return refuse(asked, reply, { status: 400, text: REQUEST_INVALID });
    const on = PAY_FAULTS.filter((fault) => chosen.data[fault] === 'on');
    world.faults[whose.data.provider].set(chosen.data.answers, on);
    return done(asked, reply);
  });
  site.post('/wallet/rotate', (asked, reply) => {
    const whose = forProvider.safeParse(asked.body);
    const gateway = gateways.find(({ provider }) => provider === whose.data?.provider);
    if (!gateway) return refuse(asked, reply, { status: 400, text: REQUEST_INVALID });
    gateway.rotateKeys();
    return done(asked, reply);
  });
  site.post('/wallet/schedule', (asked, reply) => {
    const chosen = schedule.safeParse(asked.body);
    if (!chosen.success) return refuse(asked, reply, { status: 400, text: REQUEST_INVALID });
    world.notifier.factor = chosen.data.factor;
    return done(asked, reply);
  });
}

function done(asked: FastifyRequest, reply: FastifyReply): FastifyReply {
  return isForm(asked) ? reply.redirect('/wallet', 303) : reply.send({ ok: true, value: {} });
}

function notPaid(reason: NotPaid) {
  return { ok: false, error: { code: `TRADE_${reason.toUpperCase()}` } };
}

function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
}
