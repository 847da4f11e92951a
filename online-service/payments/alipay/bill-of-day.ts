import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import * as z from 'zod/mini';
import { type BillLine, PaymentProviderAway } from '../payment-provider.ts';
import type { AlipayClient } from './alipay-client.ts';
import { readBill } from './read-bill.ts';

const fields = z.object({ bill_download_url: z.url({ protocol: /^https?$/ }) });

const DOWNLOAD_WITHIN_MS = 60_000;
const MOST_BYTES = 32 * 1024 * 1024;

/** alipay.data.dataservice.bill.downloadurl.query, and the file itself, whose address is good for half a minute. */
export async function billOfDay(
  client: AlipayClient,
  { day, now }: { readonly day: string; readonly now: Date },
): Promise<readonly BillLine[] | undefined> {
  const answer = await client.call({
    method: 'alipay.data.dataservice.bill.downloadurl.query',
    content: { bill_type: 'trade', bill_date: day },
    fields,
  });
  if ('refused' in answer) {
    if (/bill_not_exist/i.test(answer.refused)) return undefined;
    if (/no_bill_data/i.test(answer.refused)) return [];
    // Of a day that is not over it calls the question itself wrong.
    if (day >= chinaDate(now)) return undefined;
    throw new PaymentProviderAway(answer.refused);
  }
  return readBill(await download(answer.fields.bill_download_url));
}

async function download(url: string): Promise<Uint8Array> {
  try {
    const reply = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(DOWNLOAD_WITHIN_MS) });
    if (!reply.ok) throw new PaymentProviderAway('bill-not-downloaded');
    return await capped(reply);
  } catch (fault) {
    throw fault instanceof PaymentProviderAway ? fault : new PaymentProviderAway('bill-not-downloaded');
  }
}

async function capped(reply: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of reply.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new PaymentProviderAway('bill-too-long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
