import * as z from 'zod/mini';
import type { RawNotification, Told } from '../payment-provider.ts';
import { isGenuine } from './is-genuine.ts';
import { jsonOf, openResource, resource } from './open-resource.ts';
import { standingOfRefund } from './refund-trade.ts';
import { isOurs, standingOf, trade } from './trade.ts';
import type { WechatSettings } from './wechat-settings.ts';

const envelope = z.object({
  id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  event_type: z.string().check(z.maxLength(64)),
  resource,
});

const refund = z.object({
  mchid: z.string(),
  out_refund_no: z.string().check(z.regex(/^[\w|*@-]{1,64}$/)),
  refund_status: z.string(),
});

/**
 * What the provider tells of its own accord. A repetition has the same id and is as genuine as the first one. Another
 * currency is told as it is: the money has come, and must go back.
 */
export function readNotification(settings: WechatSettings, raw: RawNotification, now: Date): Told | undefined {
  if (!isGenuine(settings, raw, now)) return undefined;
  const read = envelope.safeParse(jsonOf(Buffer.from(raw.body).toString('utf8')));
  if (!read.success) return undefined;
  const { id, event_type: event, resource: sealed } = read.data;
  const told = openResource(sealed, settings.apiV3Keys);
  if (told === undefined) return undefined;
  switch (event) {
    case 'TRANSACTION.SUCCESS':
      return toldOfTrade(settings, id, told);
    case 'REFUND.SUCCESS':
    case 'REFUND.ABNORMAL':
    case 'REFUND.CLOSED':
      return toldOfRefund(settings, id, told);
    default:
      return { about: 'none', id };
  }
}

function toldOfTrade(settings: WechatSettings, id: string, told: unknown): Told | undefined {
  const read = trade.safeParse(told);
  if (!read.success || !isOurs(settings, read.data)) return undefined;
  const standing = standingOf(read.data);
  return standing?.standing === 'paid' ? { about: 'paid', id, fact: standing.fact } : undefined;
}

/** A refund names no app: the merchant's number says whose it is. */
function toldOfRefund(settings: WechatSettings, id: string, told: unknown): Told | undefined {
  const read = refund.safeParse(told);
  if (!read.success || read.data.mchid !== settings.mchid) return undefined;
  const standing = standingOfRefund(read.data.refund_status);
  return standing && { about: 'refund', id, refundNo: read.data.out_refund_no, standing };
}
