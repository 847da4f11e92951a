import type { WorkerModule } from '../worker-module.ts';
import type { BellWire } from './bell.ts';
import { slotEventWire } from './slot-event-wire.ts';
import { tokenFolderWire } from './token-folder-wire.ts';

/** As the driver's profile says; nothing for one that must be asked again and again. */
export function wireOf(module: WorkerModule, workerEntry: string): BellWire | undefined {
  switch (module.slotEvents) {
    case 'wait':
      return slotEventWire(module.path, workerEntry);
    case 'token-folder':
      return tokenFolderWire(process.env['SOFTHSM2_CONF']);
    case 'poll':
    case undefined:
      return undefined;
  }
}
