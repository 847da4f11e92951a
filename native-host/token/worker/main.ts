import { fail } from '@certbridge/shared/contract/result.ts';
import { Dispatcher } from '@certbridge/shared/rpc/dispatcher.ts';
import { logToStderr } from '../../log.ts';
import { loadProfiles, profilesDirFor } from '../../profiles/load-profiles.ts';
import { isBlank, profileFor, sm2DialectOf } from '../../profiles/profile-for.ts';
import type { TokenProfile } from '../../profiles/token-profile.ts';
import { systemClock } from '../../system-clock.ts';
import { openPkcs11 } from '../pkcs11/pkcs11-driver.ts';
import { type WorkerContract, workerContract } from '../worker-contract.ts';
import { Bell } from './bell/bell.ts';
import { renewDriver } from './bell/renew-driver.ts';
import { wireOf } from './bell/wire-of.ts';
import { claimDriver } from './claim-driver.ts';
import { ping } from './commands/ping.ts';
import { tokenFind } from './commands/token-find.ts';
import { tokenProceed } from './commands/token-proceed.ts';
import { tokenRead } from './commands/token-read.ts';
import { tokensList } from './commands/tokens-list.ts';
import { tokensStopWaiting } from './commands/tokens-stop-waiting.ts';
import { tokensWatch } from './commands/tokens-watch.ts';
import { dieWithHost } from './die-with-host.ts';
import { keyVerbs } from './key-verbs.ts';
import { OrderGate } from './order-gate.ts';
import { SerialQueue } from './serial-queue.ts';
import { TokenBoard } from './token-board.ts';
import type { ProfiledToken, WorkerParts, WorkerPeer } from './worker-handler.ts';
import { workerModule } from './worker-module.ts';

/** The process of one driver. It lives as long as the host that started it, and may die of its driver. */
const [, , told = 'null', name = ''] = process.argv;
const module = workerModule.parse(JSON.parse(told));
let profiles: readonly TokenProfile[] | undefined;
const log = (line: string) => logToStderr(`worker ${module.id} ${line}`);
const bell = new Bell({ clock: systemClock, wire: wireOf(module, process.argv[1] ?? ''), log });
const gate = new OrderGate();
const parts: WorkerParts = {
  board: new TokenBoard({
    module,
    renew: renewDriver({ bell, clock: systemClock, leave }),
    open: (path) =>
      openPkcs11(path, {
        libraryParameters: module.libraryParameters,
        dialectOf: (token) => sm2DialectOf(profileOf(token)),
        blankOf: (token, flags) => isBlank(profileOf(token), { ...token, flags }),
      }),
    now: () => new Date(systemClock.now()),
  }),
  queue: new SerialQueue(() => claimDriver({ name, clock: systemClock })),
  clock: systemClock,
  profileOf,
  blinks: (token) => profileOf(token)?.light === 'on-access',
};

const dispatcher = new Dispatcher<WorkerContract, WorkerPeer>({
  contract: workerContract,
  handlers: {
    ping: ping(),
    'tokens.list': tokensList(parts),
    'tokens.watch': tokensWatch(parts, bell),
    'tokens.stopWaiting': tokensStopWaiting(parts, bell),
    'token.read': tokenRead(parts),
    'token.find': tokenFind(parts),
    'token.proceed': tokenProceed(gate),
    ...keyVerbs(parts, { gate, bell }),
  },
  // The channel was made by the host for this process: nobody else can speak on it.
  admits: (peer) => (peer === 'host' ? true : fail('CALLER_NOT_ALLOWED')),
  clock: systemClock,
  report: ({ operation, cause }) => log(`${operation}: ${nameOf(cause)}`),
});

const connection = dispatcher.connect('host', (message) => process.send?.(message));
process.on('message', (message) => connection.receive(message));
dieWithHost();
process.on('disconnect', leave);

/** Not process.exit: that runs the driver's own exit handlers, and some of them hang. */
function leave(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** Read when the first token is seen: a worker without one needs no profile. */
function profileOf({ manufacturer, model }: ProfiledToken) {
  profiles ??= loadProfiles(profilesDirFor(process.env['CERTBRIDGE_HOST_CONFIG'] ?? '')).profiles;
  return profileFor(profiles, { library: module.path, manufacturer, model });
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : 'fault';
}
