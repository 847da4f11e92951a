import { fail } from '@certbridge/shared/contract/result.ts';
import { Dispatcher } from '@certbridge/shared/rpc/dispatcher.ts';
import { logToStderr } from '../../log.ts';
import { loadProfiles, profilesDirFor } from '../../profiles/load-profiles.ts';
import { profileFor, sm2DialectOf } from '../../profiles/profile-for.ts';
import type { TokenProfile } from '../../profiles/token-profile.ts';
import { systemClock } from '../../system-clock.ts';
import { openPkcs11 } from '../pkcs11/pkcs11-driver.ts';
import type { TokenReading } from '../pkcs11/token-driver.ts';
import { type WorkerContract, workerContract } from '../worker-contract.ts';
import { ping } from './commands/ping.ts';
import { tokenFind } from './commands/token-find.ts';
import { tokenRead } from './commands/token-read.ts';
import { tokensList } from './commands/tokens-list.ts';
import { tokensWatch } from './commands/tokens-watch.ts';
import { dieWithHost } from './die-with-host.ts';
import { keyVerbs } from './key-verbs.ts';
import { SerialQueue } from './serial-queue.ts';
import { TokenBoard } from './token-board.ts';
import type { WorkerParts, WorkerPeer } from './worker-handler.ts';
import { workerModule } from './worker-module.ts';

/** The process of one driver. It lives as long as the host that started it, and may die of its driver. */
const module = workerModule.parse(JSON.parse(process.argv[2] ?? 'null'));
let profiles: readonly TokenProfile[] | undefined;
const parts: WorkerParts = {
  board: new TokenBoard({
    module,
    open: (path) => openPkcs11(path, { libraryParameters: module.libraryParameters, dialectOf }),
    now: () => new Date(systemClock.now()),
  }),
  queue: new SerialQueue(),
  clock: systemClock,
};

const dispatcher = new Dispatcher<WorkerContract, WorkerPeer>({
  contract: workerContract,
  handlers: {
    ping: ping(),
    'tokens.list': tokensList(parts),
    'tokens.watch': tokensWatch(parts),
    'token.read': tokenRead(parts),
    'token.find': tokenFind(parts),
    ...keyVerbs(parts),
  },
  // The channel was made by the host for this process: nobody else can speak on it.
  admits: (peer) => (peer === 'host' ? true : fail('CALLER_NOT_ALLOWED')),
  clock: systemClock,
  report: ({ operation, cause }) => logToStderr(`worker ${module.id} ${operation}: ${nameOf(cause)}`),
});

const connection = dispatcher.connect('host', (message) => process.send?.(message));
process.on('message', (message) => connection.receive(message));
dieWithHost();
// Not process.exit: that runs the driver's own exit handlers, and some of them hang.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

/** Read at the first session: a worker that only watches needs no profile. */
function dialectOf({ manufacturer, model }: TokenReading) {
  profiles ??= loadProfiles(profilesDirFor(process.env['CERTBRIDGE_HOST_CONFIG'] ?? '')).profiles;
  return sm2DialectOf(profileFor(profiles, { library: module.path, manufacturer, model }));
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : 'fault';
}
