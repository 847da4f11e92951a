import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import * as z from 'zod/mini';
import type { CodeAsked } from '../payment-provider.ts';
import { contentAs, type WechatClient } from './wechat-client.ts';

const opened = z.object({ code_url: z.string().check(z.minLength(1), z.maxLength(512)) });

/** Asked again with the same number and content, the provider answers with a QR of the same trade. */
export async function openCode({ settings, notifyUrl, call }: WechatClient, asked: CodeAsked): Promise<string> {
  const reply = await call({
    method: 'POST',
    path: 'v3/pay/transactions/native',
    content: {
      appid: settings.appid,
      mchid: settings.mchid,
      description: asked.title,
      out_trade_no: asked.tradeNo,
      time_expire: chinaTime(asked.expiresAt),
      notify_url: notifyUrl(),
      amount: { total: asked.amount, currency: 'CNY' },
    },
  });
  return contentAs(reply, opened).code_url;
}

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** 2026-01-08T10:34:56+08:00: the provider takes no fractions of a second. */
function chinaTime(instant: Date): string {
  const clock = new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(11, 19);
  return `${chinaDate(instant)}T${clock}+08:00`;
}
