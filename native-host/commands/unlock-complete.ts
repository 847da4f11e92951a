import type { HostHandler } from '../host-peer.ts';
import type { Keyring } from '../token/keyring.ts';
import type { Unlockings } from '../unlock/sealed-so-pins.ts';
import type { WithWorkOrder } from '../work-orders/work-order-door.ts';

export interface UnlockCompleteParts {
  readonly withWorkOrder: WithWorkOrder;
  readonly unlockings: Unlockings;
  readonly keyring: Pick<Keyring, 'byOrder'>;
  /** Where this user's host notes which administrator passwords it presented. */
  readonly notesDir: string;
}

/** Runs to its end once it has begun, a matter of seconds: whoever cancels it is told what was done. */
export function unlockComplete(parts: UnlockCompleteParts): HostHandler<'unlock.complete'> {
  const { withWorkOrder, unlockings, keyring, notesDir } = parts;
  return withWorkOrder('unlock.complete', async ({ claims, unlocking, sealed, ...user }) => {
    const opened = await unlockings.openSealed(unlocking, { bound: claims, sealed });
    if (!opened.ok) return opened;
    return keyring.byOrder('unlock.complete', { ...user, claims, pins: opened.value, notesDir }, {});
  });
}
