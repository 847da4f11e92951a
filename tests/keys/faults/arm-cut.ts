import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { FaultToken } from '../../fixtures/fault-token/fault-token.ts';
import type { HostDesk } from '../through-host/host-desk.ts';
import type { Cut } from './cut.ts';
import type { HostStand } from './host-stand.ts';

/** Long enough to be noticed in, and to kill somebody in. */
const HANG_MS = 100;
const LOOK_EVERY_MS = 2;
/** What a call answers whose key was pulled while it worked. */
const CKR_DEVICE_REMOVED = '0x32';

export interface Cutting {
  readonly token: FaultToken;
  readonly stand: HostStand;
  readonly desk: HostDesk;
}

/** Makes the cut ready; asked after the verb, tells whether it came. */
export function armCut(cutting: Cutting, cut: Cut): () => Promise<boolean> {
  return cut.during === 'message' ? atMessage(cutting, cut) : inCall(cutting, cut);
}

function inCall({ token, stand }: Cutting, { kind, number, after }: Cut): () => Promise<boolean> {
  const rule = (action: string) => token.setFaults([`call=* nth=${number} count=global do=${action}`]);
  switch (kind) {
    case 'key':
      rule(after ? `vanish-after:${CKR_DEVICE_REMOVED}` : 'vanish');
      return async () => callsOf(token) >= number;
    case 'module':
      rule(after ? 'crash-after' : 'crash');
      return async () => callsOf(token) >= number;
    case 'host':
    case 'port':
      rule(`hang:${HANG_MS}`);
      return whileHanging(token, number, () => end(stand, kind));
  }
}

function whileHanging(token: FaultToken, number: number, cut: () => Promise<void>): () => Promise<boolean> {
  let over = false;
  const watching = (async () => {
    while (callsOf(token) < number) {
      if (over) return false;
      await wait(LOOK_EVERY_MS);
    }
    await cut();
    return true;
  })();
  return () => {
    over = true;
    return watching;
  };
}

function atMessage({ token, stand, desk }: Cutting, { kind, number }: Cut): () => Promise<boolean> {
  let messages = 0;
  let cut: Promise<void> | undefined;
  const stopListening = desk.onMessage(() => {
    messages += 1;
    if (messages === number) cut = kind === 'key' ? Promise.resolve(token.pull()) : end(stand, kind);
  });
  return async () => {
    stopListening();
    await cut;
    return cut !== undefined;
  };
}

function end(stand: HostStand, kind: Exclude<Cut['kind'], 'key'>): Promise<void> {
  switch (kind) {
    case 'module':
      return stand.killDriver();
    case 'host':
      return stand.kill();
    case 'port':
      return stand.close();
  }
}

/** Counted as a call begins: the greatest number is the sum over all calls. */
function callsOf(token: FaultToken): number {
  const path = token.env['FAULT_TOKEN_COUNTER'] ?? '';
  if (!existsSync(path)) return 0;
  const counters = readFileSync(path);
  let sum = 0;
  for (let place = 0; place + 8 <= counters.length; place += 8) {
    sum = Math.max(sum, Number(counters.readBigUInt64LE(place)));
  }
  return sum;
}
