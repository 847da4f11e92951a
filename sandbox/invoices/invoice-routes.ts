import type { FastifyPluginAsync } from 'fastify';
import * as z from 'zod/mini';
import type { UserErrorText } from '../config/user-error.ts';
import { refuse } from '../http/refusals.ts';
import { sendPage } from '../http/send-page.ts';
import { AnsweredOnce } from '../signed-api/answered-once.ts';
import { ApiError } from '../signed-api/api-error.ts';
import { availabilityRoute } from '../signed-api/availability-route.ts';
import { readContent } from '../signed-api/read-content.ts';
import { type SignedRequest, type SignedRoute, signedApi } from '../signed-api/signed-api.ts';
import { drawInvoice } from './drawing/draw-invoice.ts';
import { type IssuedInvoice, wantedInvoice, wantedReversal } from './invoice.ts';
import { invoicePage } from './invoice-page.ts';
import type { InvoicePlatform } from './invoice-platform.ts';

const named = z.object({ id: z.string() });
const NOT_THERE: UserErrorText = {
  code: 'SANDBOX_INVOICE_UNKNOWN',
  'zh-CN': '没有这张发票。请回到发票平台的页面。',
  en: 'There is no such invoice. Go back to the platform’s page.',
};

/** The e-invoice platform: its signed API, and a page with everything that it has issued. */
export function invoiceRoutes(platform: InvoicePlatform): FastifyPluginAsync {
  return async (site) => {
    await site.register(signedApi(platform, apiOf(platform)), { prefix: '/invoices/v1' });
    site.get('/invoices', (asked, reply) => sendPage(reply, invoicePage(platform, asked.headers.host ?? '')));
    site.get('/invoices/:id/pdf', async (asked, reply) => {
      const invoice = platform.findByNumber(named.parse(asked.params).id);
      if (!invoice) return refuse(asked, reply, { status: 404, text: NOT_THERE });
      return reply.type('application/pdf').send(await drawInvoice(invoice));
    });
    availabilityRoute(site, { path: '/invoices', availability: platform.availability });
  };
}

function apiOf(platform: InvoicePlatform): SignedRoute[] {
  const once = new AnsweredOnce();
  const found = ({ params }: SignedRequest): IssuedInvoice => {
    const invoice = platform.find(named.parse(params).id);
    if (!invoice) throw new ApiError('NOT_FOUND');
    return invoice;
  };
  return [
    {
      method: 'POST',
      url: '/invoices',
      answer: (asked) => {
        const wanted = readContent(wantedInvoice, asked.body);
        return once.answer(asked, () => answerOf(platform.issue(asked.requestId, wanted)));
      },
    },
    {
      method: 'POST',
      url: '/reversals',
      answer: (asked) => {
        const { number } = readContent(wantedReversal, asked.body);
        return once.answer(asked, () => answerOf(platform.reverse(asked.requestId, number)));
      },
    },
    { method: 'GET', url: '/invoices/:id', answer: (asked) => answerOf(found(asked)) },
    {
      method: 'GET',
      url: '/invoices/:id/pdf',
      answer: async (asked) => ({ pdf: (await drawInvoice(found(asked))).toString('base64') }),
    },
  ];
}

function answerOf(invoice: IssuedInvoice | undefined): object {
  if (!invoice) return { result: 'refused' };
  const { number, checkCode, issuedAt } = invoice;
  return { result: 'issued', number, checkCode, issuedAt: issuedAt.toISOString() };
}
