import { once } from 'node:events';
import { readConfig } from './config/read-config.ts';
import type { ServiceReady } from './config/ready-message.ts';
import { stopAsked } from './lifecycle/stop-asked.ts';
import { StartProblem } from './problems/start-problem.ts';
import { StoppedWhileStarting } from './problems/stopped-while-starting.ts';
import { startService } from './service.ts';

/** What the database may take beside the open requests' own time; whatever still hangs after that is cut. */
const DATABASE_STOPS_WITHIN_MS = 30_000;

async function main(): Promise<number> {
  const asked = stopAsked(process);
  try {
    const config = readConfig(process.env);
    const latest = config.finishWithinMs + DATABASE_STOPS_WITHIN_MS;
    asked.addEventListener('abort', () => setTimeout(() => process.exit(1), latest).unref());
    const service = await startService(config, { signal: asked });
    if (process.connected) process.send?.({ type: 'ready', url: service.url } satisfies ServiceReady);
    if (!asked.aborted) await once(asked, 'abort');
    return (await service.stop()) === 'finished' ? 0 : 1;
  } catch (error) {
    if (error instanceof StoppedWhileStarting) return 0;
    if (!(error instanceof StartProblem)) throw error;
    process.stderr.write(`${error.toText()}\n`);
    return error.exitCode;
  }
}

process.exit(await main());
