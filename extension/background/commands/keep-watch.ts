import type { Cancellation } from '@certbridge/shared/rpc/cancellation.ts';

/** A watch lasts until it is cancelled, and then leaves nothing behind. */
export async function keepWatch(cancellation: Cancellation, ...leave: readonly (() => void)[]): Promise<void> {
  await new Promise<void>((resolve) => cancellation.onCancel(resolve));
  for (const step of leave) step();
}
