import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SlotEventMessage } from '../../pkcs11/slot-events/slot-event-message.ts';
import type { BellWire } from './bell.ts';

/** CKR_FUNCTION_NOT_SUPPORTED, and a driver that answers at once. */
const FOR_GOOD: ReadonlySet<number> = new Set([0x54, 0]);

/**
 * C_WaitForSlotEvent, which costs nothing while nothing happens. It blocks, so it has a thread of its own, which is never
 * asked to end: it ends with the process.
 */
export function slotEventWire(library: string, workerEntry: string): BellWire {
  let inDriver = false;
  return {
    get inDriver() {
      return inDriver;
    },
    lay: ({ ring, ended }) => {
      inDriver = true;
      const thread = new Worker(threadBeside(workerEntry), { workerData: library });
      const end = (reason: string, forGood?: 'for-good') => {
        if (!inDriver) return;
        inDriver = false;
        ended(reason, forGood);
      };
      thread.on('message', (message: SlotEventMessage) => {
        if (message.type === 'ring') ring();
        else end(message.reason, FOR_GOOD.has(message.code) ? 'for-good' : undefined);
      });
      thread.on('error', ({ name }) => end(name, 'for-good'));
      thread.on('exit', (code) => end(`exit ${code}`));
      thread.unref();
    },
  };
}

/** In the bundle as in the source tree. */
function threadBeside(workerEntry: string): string {
  const bundled = basename(workerEntry).endsWith('.mjs');
  return join(dirname(workerEntry), ...(bundled ? ['slot-events.mjs'] : ['..', 'pkcs11', 'slot-events', 'main.ts']));
}
