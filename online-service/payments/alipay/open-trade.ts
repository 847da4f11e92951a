import { yuan } from '@certbridge/shared/domain/money.ts';
import * as z from 'zod/mini';
import { type CodeAsked, PaymentProviderAway } from '../payment-provider.ts';
import type { AlipayClient } from './alipay-client.ts';
import { alipayTime } from './alipay-time.ts';

const fields = z.object({
  out_trade_no: z.string(),
  qr_code: z.string().check(z.minLength(1), z.maxLength(512)),
});

const LONGEST_TITLE = 200;

/** alipay.trade.precreate: the same order again gives its QR again. */
export async function openTrade(client: AlipayClient, notifyUrl: string, asked: CodeAsked): Promise<string> {
  const answer = await client.call({
    method: 'alipay.trade.precreate',
    notifyUrl,
    content: {
      out_trade_no: asked.tradeNo,
      total_amount: yuan(asked.amount),
      // Alipay refuses these.
      subject: asked.title.replaceAll(/[/=&]/g, ' ').slice(0, LONGEST_TITLE),
      time_expire: alipayTime(asked.expiresAt),
    },
    fields,
  });
  if ('refused' in answer) throw new PaymentProviderAway(answer.refused);
  if (answer.fields.out_trade_no !== asked.tradeNo) throw new PaymentProviderAway('reply-of-another');
  return answer.fields.qr_code;
}
