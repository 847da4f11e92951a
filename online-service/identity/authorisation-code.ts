import { type CodeTools, keepCode, newCode } from '../codes/issue-code.ts';
import { LIMITS_OF } from '../limits/limits.ts';
import { withinLimits } from '../limits/within-limits.ts';
import type { Order } from '../orders/order.ts';
import type { Stores } from '../stores.ts';

/** A transfer takes up to a working day, and a statement is read when somebody gets to it. */
const REMARK_VALID_MS = 3 * 86_400_000;

/** The phone that the check has found to be the legal representative's own; none where the unit's account was asked. */
export function provenMobile({ fields }: Pick<Order, 'fields'>): string | undefined {
  switch (fields['unitCheck.way']) {
    case 'legal-representative-phone':
      return fields['legal.mobile'];
    case 'legal-representative-card':
      return fields['unitCheck.cardMobile'];
    default:
      return undefined;
  }
}

/**
 * To the phone that has just passed. The code takes the place of an earlier one even where the limits keep it from
 * being sent: that one went to a phone that the form may no longer name.
 */
export async function sendCodeAfterCheck(stores: Stores, order: Order, tools: CodeTools): Promise<void> {
  const mobile = provenMobile(order);
  if (mobile === undefined) return;
  const { code, until } = await newCode(stores, { purpose: 'authorise', subject: order.id }, tools);
  const limits = [
    [LIMITS_OF.codesToRecipient, mobile],
    [LIMITS_OF.codesOfChannel, order.channel.id],
  ] as const;
  if (await withinLimits(stores.limits, limits, tools)) return;
  const values = { ...valuesOf(order), code };
  await stores.outbox.put({ kind: 'sms', to: mobile, template: 'authorisation-code', values }, { until });
}

/** The code that the bank has taken with the fen. */
export async function keepRemark(stores: Stores, order: Pick<Order, 'id'>, given: RemarkTools): Promise<void> {
  const code = { purpose: 'authorise', subject: order.id, code: given.remark, validMs: REMARK_VALID_MS } as const;
  await keepCode(stores, code, given);
}

export interface RemarkTools extends CodeTools {
  readonly remark: string;
}

export function valuesOf({ number, channel }: Pick<Order, 'number' | 'channel'>): Record<string, string> {
  return { number, channel: channel.name };
}
