import { wait } from '@certbridge/shared/rpc/wait.ts';
import { onToken } from '../on-token.ts';
import type { OpenToken } from '../open-token.ts';
import { verb } from '../verb.ts';
import type { WorkerParts } from '../worker-handler.ts';

/** Two keys that were plugged one after the other are told apart by it; after that a holder has forgotten the order. */
const JUST_NOW_MS = 60_000;
const FLASHES = 8;
const PAUSE_MS = 250;
const LAST_DIGITS = 4;

/** PKCS#11 has no call that blinks: only a token whose light shows each access can be made to. */
export const keyIdentify = (parts: WorkerParts) =>
  verb<'key.identify'>(({ keyId }, { cancellation }) =>
    onToken(
      parts,
      (key) => key.keyId === keyId,
      async (token) => {
        const { key } = token;
        const blinks = parts.blinks(key);
        for (let flash = 0; blinks && flash < FLASHES && !cancellation.cancelled; flash += 1) {
          access(token);
          await wait(parts.clock, PAUSE_MS, cancellation);
        }
        return {
          way: blinks ? 'light' : 'label',
          label: key.label,
          lastFour: key.serial.slice(-LAST_DIGITS),
          insertedAt: parts.board.insertedAt(keyId) ?? new Date(parts.clock.now()).toISOString(),
          insertedJustNow: parts.board.insertedWithin(keyId, JUST_NOW_MS),
        } as const;
      },
    ),
  );

/** What anybody may read of a key. */
function access({ session }: OpenToken): void {
  for (const certificate of session.find('certificate')) session.valueOf(certificate);
}
