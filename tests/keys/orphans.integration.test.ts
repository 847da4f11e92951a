import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { configFile, helloMessage, startHostProcess } from '../../native-host/testing/host-process.ts';
import { type FaultModule, openFaultModule } from './modules/fault.ts';
import { isAlive, workersOf } from './through-host/worker-processes.ts';

let faulty: FaultModule;
beforeAll(async () => {
  faulty = await openFaultModule();
  await faulty.makeKey('orphans');
});
afterAll(() => faulty.stop());

/** Where in the kernel its main thread waits: in its event loop, or in the driver's sleep. */
function sleepsIn(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/wchan`, 'utf8').catch(() => '');
}

it('a worker whose driver hangs does not outlive a host that was killed', async () => {
  const config = await configFile({ modules: [faulty.module] });
  const host = startHostProcess(config.path);
  host.send(helloMessage('hello'));
  await host.until((message) => message.type === 'reply');
  host.send({ type: 'request', id: 'watch', operation: 'keys.watch', input: {} });
  await host.until((message) => message.type === 'event');
  const [worker = 0] = workersOf(host.child.pid ?? 0);
  expect(isAlive(worker)).toBe(true);

  faulty.token.setFaults(['call=* from=1 do=hang:600000']);
  await vi.waitFor(async () => expect(await sleepsIn(worker)).toMatch(/nanosleep/), { timeout: 10_000, interval: 20 });
  host.child.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(worker)).toBe(false), { timeout: 20_000, interval: 100 });
  await config.remove();
});
