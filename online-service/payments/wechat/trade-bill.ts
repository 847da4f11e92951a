import { createHash, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as z from 'zod/mini';
import { type BillLine, PaymentProviderAway } from '../payment-provider.ts';
import { readBill } from './read-bill.ts';
import { contentAs, refusalCode, type WechatClient } from './wechat-client.ts';

const MOST_BYTES = 256 * 1024 * 1024;
const unzip = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(gunzip);

const bill = z.object({
  hash_type: z.literal('SHA1'),
  hash_value: z.string().check(z.regex(/^[0-9A-Fa-f]{40}$/)),
  download_url: z.url(),
});

/** The provider makes a day's bill on the next morning. */
export async function tradeBill(client: WechatClient, day: string): Promise<readonly BillLine[] | undefined> {
  const query = { bill_date: day, bill_type: 'ALL', tar_type: 'GZIP' };
  const reply = await client.call({ method: 'GET', path: 'v3/bill/tradebill', query });
  if (reply.status === 400) {
    const code = refusalCode(reply);
    if (code === 'STATEMENT_CREATING') return undefined;
    // There was no payment on that day.
    if (code === 'NO_STATEMENT_EXIST') return [];
  }
  const told = contentAs(reply, bill);
  const packed = await client.download(tokenOf(told.download_url, client.settings.baseURL));
  const text = await unpacked(packed);
  const hash = createHash('sha1').update(text).digest();
  if (!timingSafeEqual(hash, Buffer.from(told.hash_value, 'hex'))) throw new PaymentProviderAway('bill-altered');
  return readBill(text.toString('utf8'), client.settings);
}

/** Our signature goes nowhere but to the provider, whatever address it names. */
function tokenOf(address: string, baseURL: string): Readonly<Record<string, string>> {
  const { href, searchParams } = new URL(address);
  if (!href.startsWith(`${baseURL}v3/billdownload/file?`)) throw new PaymentProviderAway('bill-elsewhere');
  return Object.fromEntries(searchParams);
}

async function unpacked(packed: Uint8Array): Promise<Buffer> {
  try {
    return await unzip(packed, { maxOutputLength: MOST_BYTES });
  } catch {
    throw new PaymentProviderAway('bill-not-understood');
  }
}
