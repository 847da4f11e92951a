import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, type PublicError, type Result } from '@certbridge/shared/contract/result.ts';
import { callingExtension } from './calling-extension.ts';
import { dataDirFor } from './config/data-dir.ts';
import type { HostConfig } from './config/host-config.ts';
import { configPathFor, loadConfig } from './config/load-config.ts';
import { resolveModules, thisMachine } from './config/resolve-modules.ts';
import { createHostDispatcher } from './host-dispatcher.ts';
import type { HostPeer } from './host-peer.ts';
import { logToStderr } from './log.ts';
import { logPathIn, logToFile } from './log-file.ts';
import { loadProfiles, profilesDirFor } from './profiles/load-profiles.ts';
import { claimStdout } from './stdio/claim-stdout.ts';
import { MessageWriter } from './stdio/message-writer.ts';
import { serveStdio } from './stdio/serve-stdio.ts';
import { systemClock } from './system-clock.ts';
import { Keyring } from './token/keyring.ts';
import { createWorkOrderCheck } from './work-orders/check-work-order.ts';
import { createUsedOrders } from './work-orders/used-orders.ts';
import { workerEntryBeside } from './worker-entry.ts';

/** A driver that answers nothing for this long hangs: slow ones take two or three seconds to start. */
const HANG_AFTER_MS = 8_000;
/** What a browser that has gone away is still given to take the last words. */
const LAST_WORDS_MS = 500;

const entry = fileURLToPath(import.meta.url);
const writer = new MessageWriter(claimStdout(), logToStderr);
process.stderr.on('error', () => undefined);

const configPath = configPathFor(process.env, entry);
// The workers find an administrator's profiles beside it.
process.env['CERTBRIDGE_HOST_CONFIG'] = configPath;
const config = await loadConfig(configPath);
const log = config.ok && config.value.logFile ? logToFile(logPathIn(dataDirFor(process.env))) : logToStderr;
const peer = config.ok ? admit(config.value) : config;
if (config.ok && peer.ok) await serve(config.value, peer.value);
else if (!peer.ok) await refuse(peer.error);

function admit(allowed: HostConfig): Result<HostPeer, 'HOST_FORBIDDEN'> {
  const extensionId = callingExtension(process.argv.slice(2));
  if (extensionId === undefined || !allowed.allowedExtensionIds.includes(extensionId)) return fail('HOST_FORBIDDEN');
  return { ok: true, value: { extensionId, greeted: false } };
}

async function serve(hostConfig: HostConfig, caller: HostPeer): Promise<void> {
  const { profiles, refused } = loadProfiles(profilesDirFor(configPath));
  for (const { file, reason } of refused) log(`profile ${file}: ${reason}`);
  const keyring = new Keyring(resolveModules(hostConfig, { ...thisMachine, profiles }), {
    entry: workerEntryBeside(entry),
    clock: systemClock,
    log,
    hangAfterMs: HANG_AFTER_MS,
  });
  const stop = () => {
    keyring.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.stdout.once('error', stop);
  const now = () => systemClock.now();
  const dataDir = dataDirFor(process.env);
  const dispatcher = createHostDispatcher({
    keyring,
    log,
    checkWorkOrder: createWorkOrderCheck({ keys: hostConfig.workOrderKeys, now }),
    usedOrders: createUsedOrders({ dir: join(dataDir, 'used-orders'), now }),
    dataDir,
  });
  await serveStdio(process.stdin, writer, (send) => dispatcher.connect(caller, send));
  keyring.close();
  await lastWords();
  process.exit(0);
}

/** The browser reports a host that dies at once as "not starting"; a named error tells the user more. */
async function refuse(error: PublicError): Promise<void> {
  log(`${error.code} ${error.support ?? ''}`);
  writer.send({ type: 'notice', error });
  await lastWords();
  process.exit(1);
}

function lastWords(): Promise<unknown> {
  return Promise.race([writer.flushed(), new Promise((resolve) => systemClock.after(LAST_WORDS_MS, () => resolve(0)))]);
}
