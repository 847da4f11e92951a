/** Genuine orders: some that are never sent as they are, and some that were used. */
import { randomUUID, sign } from 'node:crypto';
import {
  WORK_ORDER_AUDIENCE,
  WORK_ORDER_VERBS,
  type WorkOrderClaims,
  type WorkOrderVerb,
} from '@certbridge/shared/contract/work-order.ts';
import { WORK_ORDER_TYPE } from '../../../../native-host/work-orders/jws-form.ts';
import type { FuzzKey, OrderSigner } from '../fuzz-key.ts';
import { errandsOf } from './errands.ts';

const LIFETIME_S = 300;

/** A compact JWS as it is before it is signed: text, so that it can say what no program would write. */
export interface Unsigned {
  readonly header: string;
  readonly payload: string | Uint8Array;
}

export function compact({ header, payload }: Unsigned, { privateKey }: Pick<OrderSigner, 'privateKey'>): string {
  const signed = `${Buffer.from(header).toString('base64url')}.${Buffer.from(payload).toString('base64url')}`;
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

export function headerOf({ kid }: Pick<OrderSigner, 'kid'>, more: object = {}): string {
  return JSON.stringify({ alg: 'ES256', kid, typ: WORK_ORDER_TYPE, ...more });
}

export class OrderBook {
  readonly key: FuzzKey;
  readonly #live = new Map<WorkOrderVerb, string>();
  readonly #used = new Map<WorkOrderVerb, string>();

  constructor(key: FuzzKey) {
    this.key = key;
    this.renew();
  }

  /** Orders grow old within minutes. */
  renew(): void {
    for (const verb of WORK_ORDER_VERBS) this.#live.set(verb, this.sign(this.claims(verb)));
  }

  /** What the service would say, now, to have the verb done. */
  claims(verb: WorkOrderVerb): WorkOrderClaims {
    const iat = Math.floor(Date.now() / 1000);
    return {
      aud: WORK_ORDER_AUDIENCE,
      jti: randomUUID(),
      iat,
      exp: iat + LIFETIME_S,
      verb,
      serial: this.key.serial,
      order: 'FUZZ-0001',
      channel: 'shangqiu-ggzy',
      terms: errandsOf(this.key)[verb].terms,
    };
  }

  sign(claims: unknown): string {
    const [signer] = this.key.signers;
    return compact({ header: headerOf(signer), payload: JSON.stringify(claims) }, signer);
  }

  /** Would be obeyed as it is. */
  live(verb: WorkOrderVerb): string {
    return this.#live.get(verb) ?? '';
  }

  /** Was obeyed once. */
  used(verb: WorkOrderVerb): string {
    return this.#used.get(verb) ?? '';
  }

  noteUsed(verb: WorkOrderVerb, workOrder: string): void {
    this.#used.set(verb, workOrder);
  }
}
