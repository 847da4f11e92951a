/** Unlocking as the host does it behind its door: keyring, worker process, real module. Custody is played here. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SealedSoPins } from '@certbridge/shared/contract/sealed-so-pins.ts';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import type { ModuleConfig } from '../../../native-host/config/host-config.ts';
import { systemClock } from '../../../native-host/system-clock.ts';
import { HOST_ENTRY } from '../../../native-host/testing/host-process.ts';
import { claimsOf } from '../../../native-host/testing/sign-work-order.ts';
import { Keyring } from '../../../native-host/token/keyring.ts';
import { workerEntryBeside } from '../../../native-host/worker-entry.ts';

export const NEW_PIN = '739164';
const HANG_AFTER_MS = 8_000;

export interface UnlockDesk {
  readonly keyring: Keyring;
  /** Each call is one release of the same pair. */
  unlock(pins: Pick<SealedSoPins, 'current' | 'next'>, newPin?: string): ReturnType<Keyring['byOrder']>;
  close(): Promise<void>;
}

export async function openUnlockDesk(module: ModuleConfig, serial: string): Promise<UnlockDesk> {
  const notesDir = await mkdtemp(join(tmpdir(), 'cb-notes-'));
  const entry = workerEntryBeside(HOST_ENTRY);
  const keyring = new Keyring([module], {
    entry,
    clock: systemClock,
    log: () => undefined,
    hangAfterMs: HANG_AFTER_MS,
  });
  await keyring.list(createCanceller().cancellation);
  let release = 0;
  return {
    keyring,
    unlock: (pair, newPin = NEW_PIN) => {
      release += 1;
      const claims = claimsOf({ verb: 'unlock.complete', serial }, Date.now());
      const pins = { ...pair, generation: 1, release };
      return keyring.byOrder('unlock.complete', { claims, pins, newPin, notesDir }, {});
    },
    close: async () => {
      keyring.close();
      await rm(notesDir, { recursive: true, force: true });
    },
  };
}
