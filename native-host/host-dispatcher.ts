import { join } from 'node:path';
import { fail } from '@certbridge/shared/contract/result.ts';
import { Dispatcher } from '@certbridge/shared/rpc/dispatcher.ts';
import { applicationSign } from './commands/application-sign.ts';
import { decryptCheck } from './commands/decrypt-check.ts';
import { hello } from './commands/hello.ts';
import { keyIdentify } from './commands/key-identify.ts';
import { keyRead } from './commands/key-read.ts';
import { keysList } from './commands/keys-list.ts';
import { keysWatch } from './commands/keys-watch.ts';
import { makingInitialise } from './commands/making-initialise.ts';
import { makingInstall } from './commands/making-install.ts';
import { makingPrepare } from './commands/making-prepare.ts';
import { pinChange } from './commands/pin-change.ts';
import { pinVerify } from './commands/pin-verify.ts';
import { ping } from './commands/ping.ts';
import { renewalInstall } from './commands/renewal-install.ts';
import { renewalPrepare } from './commands/renewal-prepare.ts';
import { renewalRetire } from './commands/renewal-retire.ts';
import { renewalState } from './commands/renewal-state.ts';
import { unlockBegin } from './commands/unlock-begin.ts';
import { unlockComplete } from './commands/unlock-complete.ts';
import { type HostContract, hostContract } from './host-contract.ts';
import type { HostPeer } from './host-peer.ts';
import type { Log } from './log.ts';
import { systemClock } from './system-clock.ts';
import type { Keyring } from './token/keyring.ts';
import { Unlockings } from './unlock/sealed-so-pins.ts';
import type { WorkOrderCheck } from './work-orders/check-work-order.ts';
import type { UsedOrders } from './work-orders/used-orders.ts';
import { workOrderDoor } from './work-orders/work-order-door.ts';

export interface HostParts {
  readonly keyring: Keyring;
  readonly log: Log;
  readonly checkWorkOrder: WorkOrderCheck;
  readonly usedOrders: UsedOrders;
  /** Where this host keeps what it must remember from one start to the next. */
  readonly dataDir: string;
}

/** The host's commands behind its doors. Who the caller is was settled before: `calling-extension.ts`. */
export function createHostDispatcher(parts: HostParts): Dispatcher<HostContract, HostPeer> {
  const { keyring, log, dataDir } = parts;
  const unlockings = new Unlockings(systemClock);
  const ordered = workOrderDoor({
    check: parts.checkWorkOrder,
    used: parts.usedOrders,
    locate: async ({ serial }, cancellation) => {
      const located = await keyring.locate(serial, cancellation);
      return located.ok ? true : located;
    },
  });
  return new Dispatcher<HostContract, HostPeer>({
    contract: hostContract,
    handlers: {
      hello: hello(),
      ping: ping(),
      'keys.list': keysList(keyring),
      'keys.watch': keysWatch(keyring),
      'key.read': keyRead(keyring),
      'key.identify': keyIdentify(keyring),
      'pin.verify': pinVerify(keyring),
      'pin.change': pinChange(keyring, ordered),
      'application.sign': applicationSign(keyring, ordered),
      'renewal.state': renewalState(keyring),
      'renewal.prepare': renewalPrepare(keyring, ordered),
      'renewal.install': renewalInstall(keyring, ordered),
      'renewal.retire': renewalRetire(keyring, ordered),
      'unlock.begin': unlockBegin(ordered, unlockings),
      'unlock.complete': unlockComplete({
        keyring,
        withWorkOrder: ordered,
        unlockings,
        notesDir: join(dataDir, 'administrator-tries'),
      }),
      'making.initialise': makingInitialise(keyring, ordered),
      'making.prepare': makingPrepare(keyring, ordered),
      'making.install': makingInstall(keyring, ordered),
      'decrypt.check': decryptCheck(keyring, ordered),
    },
    admits: (peer, operation) => (operation === 'hello' || peer.greeted ? true : fail('HELLO_FIRST')),
    clock: systemClock,
    report: ({ operation, cause }) => log(`${operation}: ${cause instanceof Error ? cause.name : 'fault'}`),
  });
}
