import type { keyOperations } from '@certbridge/shared/contract/key-operations.ts';
import type { InputOf, ResultOf } from '@certbridge/shared/contract/operation.ts';
import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import type { WorkOrderClaims, WorkOrderVerb } from '@certbridge/shared/contract/work-order.ts';
import type { Cancellation } from '@certbridge/shared/rpc/cancellation.ts';
import type { CallContext } from '@certbridge/shared/rpc/dispatcher.ts';
import type { HostPeer } from '../host-peer.ts';
import type { WorkOrderCheck } from './check-work-order.ts';
import type { Kept, UsedOrders } from './used-orders.ts';

type KeyOperations = typeof keyOperations;

/** What a verb is given behind the door: its input, with the verified claims in place of the order. */
export type OrderedInput<Verb extends WorkOrderVerb> = Omit<InputOf<KeyOperations[Verb]>, 'workOrder'> & {
  readonly claims: WorkOrderClaims;
};

type Context<Verb extends WorkOrderVerb> = CallContext<KeyOperations[Verb], HostPeer>;

export type OrderedHandler<Verb extends WorkOrderVerb> = (
  input: OrderedInput<Verb>,
  context: Context<Verb>,
) => Promise<ResultOf<KeyOperations[Verb]>>;

/** A verb that has something to do before the key writes or signs: so long it may run while the disk still writes. */
export type EarlyHandler<Verb extends WorkOrderVerb> = (
  input: OrderedInput<Verb>,
  context: Context<Verb> & { readonly kept: Kept },
) => Promise<ResultOf<KeyOperations[Verb]>>;

export type DoorHandler<Verb extends WorkOrderVerb> = (
  input: InputOf<KeyOperations[Verb]>,
  context: Context<Verb>,
) => Promise<ResultOf<KeyOperations[Verb]>>;

export interface WorkOrderDoorOptions {
  readonly check: WorkOrderCheck;
  readonly used: UsedOrders;
  /** Looks for the order's key before the order is spent, so that a wrong or missing key costs none. */
  readonly locate?: (claims: WorkOrderClaims, cancellation: Cancellation) => Promise<true | Failed>;
}

export interface WithWorkOrder {
  <Verb extends WorkOrderVerb>(verb: Verb, handler: OrderedHandler<Verb>): DoorHandler<Verb>;
  /** The handler itself waits for `kept` before the key is worked. */
  early<Verb extends WorkOrderVerb>(verb: Verb, handler: EarlyHandler<Verb>): DoorHandler<Verb>;
}

/**
 * Genuine, for this verb and now; the key is there; not used before: in this order, and the use is remembered before
 * the key is worked. An order is spent even when its verb fails: a new one costs nothing, a second run might.
 */
export function workOrderDoor({ check, used, locate = async () => true }: WorkOrderDoorOptions): WithWorkOrder {
  const early = <Verb extends WorkOrderVerb>(verb: Verb, handler: EarlyHandler<Verb>): DoorHandler<Verb> => {
    return async (input, context) => {
      const { workOrder, ...rest } = input;
      const claims = await check(workOrder, verb);
      if (!claims.ok) return refusal<Verb>(claims);
      const located = await locate(claims.value, context.cancellation);
      if (located !== true) return refusal<Verb>(located);
      if (context.cancellation.cancelled) return refusal<Verb>(fail('CANCELLED'));
      const spent = await used.spend(claims.value.jti);
      if (!spent.ok) return refusal<Verb>(spent);
      const { kept } = spent.value;
      return handler({ ...rest, claims: claims.value } as unknown as OrderedInput<Verb>, { ...context, kept });
    };
  };
  const strict = <Verb extends WorkOrderVerb>(verb: Verb, handler: OrderedHandler<Verb>): DoorHandler<Verb> =>
    early(verb, async (input, { kept, ...context }) => {
      const remembered = await kept;
      return remembered.ok ? handler(input, context) : refusal<Verb>(remembered);
    });
  return Object.assign(strict, { early });
}

/** Every verb with a work order declares the errors of this door. */
function refusal<Verb extends WorkOrderVerb>(failed: Failed): ResultOf<KeyOperations[Verb]> {
  return failed as ResultOf<KeyOperations[Verb]>;
}
