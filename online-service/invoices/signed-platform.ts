import * as z from 'zod/mini';
import { ProviderAway } from '../signed-wire/provider-away.ts';
import type { ProviderClient } from '../signed-wire/provider-client.ts';
import type { InvoicePlatform, IssuedInvoice, ToIssue } from './invoice-platform.ts';

const issued = z.object({
  result: z.literal('issued'),
  number: z.string().check(z.regex(/^\d{8,40}$/)),
  issuedAt: z.iso.datetime(),
});
const answered = z.discriminatedUnion('result', [issued, z.object({ result: z.literal('refused') })]);
const file = z.object({ pdf: z.base64() });

/** An invoice of a page or two, with its font. */
const MOST_PDF_BYTES = 4 * 1024 * 1024;
const PDF_BEGINS = '%PDF-';

/** The platform on the signed wire of docs/identity-providers.md; its own requests are in docs/payments.md. */
export function signedPlatform(client: ProviderClient): InvoicePlatform {
  const post = async (path: string, requestId: string, content: object) => {
    const read = answered.safeParse(await client.call({ method: 'POST', path, requestId, content }));
    if (!read.success) throw new ProviderAway('reply-not-understood');
    return read.data.result === 'issued' ? factOf(read.data) : 'refused';
  };
  return {
    issue: (id, wanted) => post('v1/invoices', id, onTheWire(wanted)),
    reverse: (id, blueNumber) => post('v1/reversals', id, { number: blueNumber }),
    async find(id) {
      const answer = await client.call({ method: 'GET', path: `v1/invoices/${id}`, requestId: id });
      if (answer === undefined) return undefined;
      const read = issued.safeParse(answer);
      if (!read.success) throw new ProviderAway('reply-not-understood');
      return factOf(read.data);
    },
    async pdf(id) {
      const path = `v1/invoices/${id}/pdf`;
      const read = file.safeParse(await client.call({ method: 'GET', path, requestId: id, mostBytes: MOST_PDF_BYTES }));
      const bytes = read.success ? Buffer.from(read.data.pdf, 'base64') : Buffer.alloc(0);
      if (!bytes.subarray(0, PDF_BEGINS.length).equals(Buffer.from(PDF_BEGINS))) {
        throw new ProviderAway('reply-not-understood');
      }
      return bytes;
    },
  };
}

function onTheWire({ content: { buyer, lines, total, orderNumber }, taxPercent }: ToIssue): object {
  return {
    buyer,
    lines: lines.map(({ name, count, amount }) => ({ name, count, amountFen: amount })),
    totalFen: total,
    taxPercent,
    remark: `订单号 ${orderNumber}`,
  };
}

function factOf({ number, issuedAt }: z.infer<typeof issued>): IssuedInvoice {
  return { number, issuedAt: new Date(issuedAt) };
}
