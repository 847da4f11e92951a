import type { RequestMessage } from '@certbridge/shared/contract/wire.ts';
import type { BrowserContext } from 'playwright';
import { HELLO } from './hello-message.ts';

interface InWorker {
  readonly benchPorts: Map<string, BenchPort>;
}

interface BenchPort {
  post(message: RequestMessage): Promise<number>;
  close(): void;
}

/** Native connections of the extension's own service worker, with nothing of ours on top: raw messages of the wire. */
export interface NativePorts {
  /** From connecting to the reply to hello. */
  open(name: string): Promise<number>;
  /** Asks the same again and again, each time after the reply; answers each round trip in milliseconds. */
  ask(name: string, operation: 'ping' | 'keys.list', count: number): Promise<number[]>;
  /** Asks once with each input, each time after the reply. */
  askEach(name: string, operation: string, inputs: readonly object[]): Promise<number[]>;
  /** As a panel does, until the connection is closed. */
  watchKeys(name: string): Promise<void>;
  close(name: string): Promise<void>;
}

export async function nativePorts(context: BrowserContext): Promise<NativePorts> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(install);
  return {
    open: (name) => worker.evaluate(openPort, { name, hello: HELLO }),
    ask: (name, operation, count) =>
      worker.evaluate(askEach, { name, operation, inputs: Array.from({ length: count }, () => ({})) }),
    askEach: (name, operation, inputs) => worker.evaluate(askEach, { name, operation, inputs }),
    watchKeys: (name) => worker.evaluate(watchKeys, name),
    close: (name) => worker.evaluate(closePort, name),
  };
}

// These run in the browser: each stands alone.

function install(): void {
  Object.assign(globalThis, { benchPorts: new Map() });
}

function openPort({ name, hello }: { name: string; hello: RequestMessage }): Promise<number> {
  const began = performance.now();
  const port = chrome.runtime.connectNative(name);
  const post = (message: RequestMessage) =>
    new Promise<number>((resolve, reject) => {
      const sent = performance.now();
      const gone = () => reject(new Error(`${name}: ${chrome.runtime.lastError?.message}`));
      const listen = (reply: { id?: string; result?: { ok: boolean } }) => {
        if (reply.id !== message.id) return;
        port.onMessage.removeListener(listen);
        port.onDisconnect.removeListener(gone);
        if (reply.result?.ok === false) reject(new Error(JSON.stringify(reply.result)));
        else resolve(performance.now() - sent);
      };
      port.onMessage.addListener(listen);
      port.onDisconnect.addListener(gone);
      port.postMessage(message);
    });
  (globalThis as unknown as InWorker).benchPorts.set(name, { post, close: () => port.disconnect() });
  return post(hello).then(() => performance.now() - began);
}

async function askEach({
  name,
  operation,
  inputs,
}: {
  name: string;
  operation: string;
  inputs: readonly object[];
}): Promise<number[]> {
  const port = (globalThis as unknown as InWorker).benchPorts.get(name);
  if (!port) throw new Error(`${name} is not open`);
  const samples: number[] = [];
  for (const [turn, input] of inputs.entries()) {
    samples.push(await port.post({ type: 'request', id: `${operation}-${turn}`, operation, input }));
  }
  return samples;
}

function watchKeys(name: string): void {
  const port = (globalThis as unknown as InWorker).benchPorts.get(name);
  void port?.post({ type: 'request', id: 'watch', operation: 'keys.watch', input: {} });
}

function closePort(name: string): void {
  const { benchPorts } = globalThis as unknown as InWorker;
  benchPorts.get(name)?.close();
  benchPorts.delete(name);
}
