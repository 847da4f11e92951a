import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { WORK_ORDER_LIFETIME_S, type WorkOrderClaims } from '@certbridge/shared/contract/work-order.ts';

/** Office computers' clocks are off by that much even when they are set by the network now and then. */
export const CLOCK_SKEW_S = 60;

type Times = Pick<WorkOrderClaims, 'iat' | 'exp'>;

/** A longer life than allowed is the service's mistake, or somebody else's order; no clock explains it. */
export function checkOrderTime(
  { iat, exp }: Times,
  nowMs: number,
): Result<undefined, 'WORK_ORDER_INVALID' | 'WORK_ORDER_EXPIRED'> {
  const now = nowMs / 1000;
  if (exp <= iat || exp - iat > WORK_ORDER_LIFETIME_S) return fail('WORK_ORDER_INVALID', { support: 'lifetime' });
  if (iat > now + CLOCK_SKEW_S) return fail('WORK_ORDER_EXPIRED', { support: 'iat in the future' });
  if (exp <= now - CLOCK_SKEW_S) return fail('WORK_ORDER_EXPIRED', { support: 'exp' });
  return ok(undefined);
}
