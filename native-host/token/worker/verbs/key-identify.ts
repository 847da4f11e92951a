import { onToken } from '../on-token.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

/** PKCS#11 has no call that blinks, and no driver that we know has one of its own: label, number and time say it. */
export const keyIdentify = (parts: WorkerParts) =>
  verb<'key.identify'>(({ keyId }) =>
    onToken(
      parts,
      (key) => key.keyId === keyId,
      ({ key }) => ({
        way: 'label' as const,
        label: key.label,
        lastFour: key.serial.slice(-4),
        insertedAt: parts.board.insertedAt(keyId) ?? new Date(parts.clock.now()).toISOString(),
      }),
    ),
  );
