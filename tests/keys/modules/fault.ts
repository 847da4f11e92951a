import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildFaultToken,
  createFaultToken,
  type FaultToken,
  type FaultTokenSettings,
} from '../../fixtures/fault-token/fault-token.ts';
import { blankSerial, initialiseKey } from './initialise-key.ts';
import type { TestModule } from './test-module.ts';

const SLOTS = 4;

export interface FaultModule extends TestModule {
  /** Faults, trace and settings. The key of `makeKey` number n is `token<n>` in slot n, from 0. */
  readonly token: FaultToken;
}

/**
 * The module that goes wrong on command. `{'sm2-family': 'tass', manufacturer: 'TASS'}` makes it one that the host's own
 * profile of that maker fits, SM2 included.
 */
export async function openFaultModule(settings: FaultTokenSettings = {}): Promise<FaultModule> {
  const [dir, path] = await Promise.all([mkdtemp(join(tmpdir(), 'cb-fault-')), buildFaultToken()]);
  const token = createFaultToken(dir, { slots: SLOTS, ...settings });
  token.pull(0);
  const own = {
    kind: 'fault',
    module: { id: 'fault', name: 'Fault token', path, env: { ...token.env }, seesNewTokensAfter: 'polling' },
    pin: '648219',
    soPin: '12345678',
    blankSoPin: '12345678',
  } as const;
  let next = 0;
  const insert = (): { pull(): Promise<void>; plug(): Promise<void> } => {
    const slot = next;
    next += 1;
    if (slot >= SLOTS) throw new Error(`more than ${SLOTS} keys`);
    token.plug(slot);
    return { pull: async () => token.pull(slot), plug: async () => token.plug(slot) };
  };
  return {
    ...own,
    token,
    async makeBlankKey() {
      const removal = insert();
      return { serial: await blankSerial(own), removal };
    },
    async makeKey(label) {
      const removal = insert();
      const serial = await initialiseKey(own, label);
      token.resetCounter();
      return { serial, removal };
    },
    stop: () => rm(dir, { recursive: true, force: true }),
  };
}
