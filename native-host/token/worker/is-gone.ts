import type { IdentifiedToken } from './identify-tokens.ts';
import type { WorkerParts } from './worker-handler.ts';

/** pcscd looks at its readers every 400 ms, and a driver shows the key until pcscd knows. */
const NOTICED_WITHIN_MS = 1_000;
const LOOK_EVERY_MS = 100;
/** CKR_GENERAL_ERROR, CKR_FUNCTION_FAILED and CKR_DEVICE_ERROR: other words for a key that went in mid-call. */
const MAY_MEAN_GONE: ReadonlySet<number> = new Set([0x5, 0x6, 0x30]);
const CKR_VENDOR_DEFINED = 0x8000_0000;

/** What failed: a CK_RV, or nothing where the driver said yes and gave nonsense. */
export type FailureCode = number | undefined;

/**
 * Whether the key has gone is what counts after a fault, and not the driver's word for it. A look in which the driver
 * itself fails says nothing of the key.
 */
export async function isGone(
  { board, clock }: Pick<WorkerParts, 'board' | 'clock'>,
  answers: (token: IdentifiedToken) => boolean,
  code: FailureCode,
): Promise<boolean> {
  const end = clock.now() + (mayMeanGone(code) ? NOTICED_WITHIN_MS : 0);
  for (;;) {
    const { fault } = board.look();
    if (!fault && !board.present.some(answers)) return true;
    if (clock.now() >= end) return false;
    await new Promise<void>((resolve) => {
      clock.after(LOOK_EVERY_MS, resolve);
    });
  }
}

function mayMeanGone(code: FailureCode): boolean {
  return code === undefined || MAY_MEAN_GONE.has(code) || code >= CKR_VENDOR_DEFINED;
}
