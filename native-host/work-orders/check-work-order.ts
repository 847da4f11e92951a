import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import {
  WORK_ORDER_AUDIENCE,
  type WorkOrderClaims,
  type WorkOrderVerb,
  workOrder,
  workOrderClaims,
} from '@certbridge/shared/contract/work-order.ts';
import type { WorkOrderKeys } from '../config/work-order-keys.ts';
import { readJson, readJwsHeader } from './jws-form.ts';
import { checkOrderTime } from './order-time.ts';
import { checkTerms } from './terms.ts';
import { createVerifier, type VerifyJws } from './verify-jws.ts';
import type { WorkOrderError } from './work-order-error.ts';

export interface WorkOrderCheckOptions {
  /** From the installation. Without any, no order is genuine. */
  readonly keys: WorkOrderKeys | undefined;
  readonly now: () => number;
}

/** Is this an order of our service, for this verb, now? Whether it was used before is asked by `used-orders.ts`. */
export type WorkOrderCheck = (jws: string, verb: WorkOrderVerb) => Promise<Result<WorkOrderClaims, WorkOrderError>>;

export function createWorkOrderCheck({ keys, now }: WorkOrderCheckOptions): WorkOrderCheck {
  const pinned = keys?.keys ?? [];
  let verifier: VerifyJws | undefined;
  // Made at first need: a host that only lists keys starts without it.
  const verify: VerifyJws = (jws, kid) => {
    verifier ??= createVerifier(pinned);
    return verifier(jws, kid);
  };
  return async (jws, verb) => {
    if (pinned.length === 0) return invalid('no key pinned');
    const payload = genuinePayload(jws, verify);
    if (!payload.ok) return payload;
    const claims = readClaims(payload.value);
    if (!claims.ok) return claims;
    const time = checkOrderTime(claims.value, now());
    if (!time.ok) return time;
    if (claims.value.verb !== verb) return fail('WORK_ORDER_OTHER_VERB', { support: claims.value.verb });
    const terms = checkTerms(claims.value);
    return terms.ok ? claims : terms;
  };
}

function genuinePayload(jws: string, verify: VerifyJws): Result<Uint8Array, 'WORK_ORDER_INVALID'> {
  if (!workOrder.safeParse(jws).success) return invalid('form');
  const header = readJwsHeader(jws);
  if (!header) return invalid('header');
  const payload = verify(jws, header.kid);
  if (payload === 'unknown key') return invalid(payload);
  return payload ? ok(payload) : invalid('signature');
}

/** The audience comes first: a message for somebody else has claims that are none of our business. */
function readClaims(payload: Uint8Array): Result<WorkOrderClaims, 'WORK_ORDER_INVALID' | 'WORK_ORDER_OTHER_AUDIENCE'> {
  const json = readJson(payload);
  if (typeof json === 'object' && json !== null && 'aud' in json && json.aud !== WORK_ORDER_AUDIENCE) {
    return fail('WORK_ORDER_OTHER_AUDIENCE');
  }
  const claims = workOrderClaims.safeParse(json);
  return claims.success ? ok(claims.data) : invalid('claims');
}

function invalid(support: string) {
  return fail('WORK_ORDER_INVALID', { support });
}
