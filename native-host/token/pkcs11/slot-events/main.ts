import { parentPort, workerData } from 'node:worker_threads';
import pkcs11js from 'pkcs11js';
import { driverErrorOf } from '../driver-error.ts';
import type { SlotEventMessage } from './slot-event-message.ts';

/**
 * A thread of the token worker that does nothing but wait inside the driver. The library is the one that the main thread
 * has loaded and initialised; this thread never finalises it.
 */
const library = new pkcs11js.PKCS11();

/** A driver that does not wait, but says at once and again that something happened. */
const TOO_SOON_MS = 50;
const TOO_OFTEN = 20;

const say = (message: SlotEventMessage) => parentPort?.postMessage(message);

function waitAgainAndAgain(): string {
  for (let tooSoon = 0; tooSoon < TOO_OFTEN; ) {
    const began = performance.now();
    if (library.C_WaitForSlotEvent(0) === null) return 'does not wait';
    tooSoon = performance.now() - began < TOO_SOON_MS ? tooSoon + 1 : 0;
    say({ type: 'ring' });
  }
  return 'does not wait';
}

try {
  library.load(String(workerData));
  say({ type: 'ended', reason: waitAgainAndAgain(), code: 0 });
} catch (cause) {
  const { code, support } = driverErrorOf(cause);
  say({ type: 'ended', reason: support, code });
}
