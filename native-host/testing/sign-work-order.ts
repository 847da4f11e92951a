import { randomUUID } from 'node:crypto';
import { WORK_ORDER_AUDIENCE, type WorkOrderClaims } from '@certbridge/shared/contract/work-order.ts';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { WorkOrderKey, WorkOrderKeys } from '../config/work-order-keys.ts';
import { WORK_ORDER_TYPE } from '../work-orders/jws-form.ts';

/** What differs from an order that holds: verb and serial have no default. */
export type ClaimsWanted = Partial<WorkOrderClaims> & Pick<WorkOrderClaims, 'verb' | 'serial'>;

export interface WorkOrderSigner {
  /** What an installation pins. */
  readonly keys: WorkOrderKeys;
  readonly publicKey: WorkOrderKey;
  sign(wanted: ClaimsWanted): Promise<string>;
  /** Anything, signed all the same. */
  signRaw(payload: unknown, header?: Readonly<Record<string, unknown>>): Promise<string>;
}

/** The service's part of a work order, for tests and for the sandbox. */
export async function workOrderSigner(kid = 'test-1', now: () => number = Date.now): Promise<WorkOrderSigner> {
  const { privateKey, publicKey: generated } = await generateKeyPair('ES256');
  const { x = '', y = '' } = await exportJWK(generated);
  const publicKey: WorkOrderKey = { kty: 'EC', crv: 'P-256', x, y, kid };
  const signRaw = (payload: unknown, header: Readonly<Record<string, unknown>> = {}) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', kid, typ: WORK_ORDER_TYPE, ...header })
      .sign(privateKey, { crit: { 'cn.certbridge.test': true } });
  return {
    keys: { keys: [publicKey] },
    publicKey,
    signRaw,
    sign: (wanted) => signRaw(claimsOf(wanted, now())),
  };
}

export function claimsOf(wanted: ClaimsWanted, nowMs: number): WorkOrderClaims {
  const iat = Math.floor(nowMs / 1000);
  return {
    aud: WORK_ORDER_AUDIENCE,
    jti: randomUUID(),
    iat,
    exp: iat + 300,
    order: 'CB-2026-000001',
    channel: 'shangqiu-ggzy',
    terms: {},
    ...wanted,
  };
}
