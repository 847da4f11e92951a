import type { Page } from 'playwright';

/** A port from one of the extension's own pages to its background, and raw messages on it. */
export interface BackgroundPort {
  /** Asks the same again and again, each time after the reply; answers each round trip in milliseconds. */
  ask(operation: 'keys.list' | 'key.read', input: object, count: number): Promise<number[]>;
}

/** As `extension/platform/port-name.ts` has it. */
const PORT_NAME = 'certbridge';

export function backgroundPort(page: Page): BackgroundPort {
  return {
    ask: (operation, input, count) => page.evaluate(askAgain, { name: PORT_NAME, operation, input, count }),
  };
}

/** Runs in the page: stands alone. */
async function askAgain({
  name,
  operation,
  input,
  count,
}: {
  name: string;
  operation: string;
  input: object;
  count: number;
}): Promise<number[]> {
  const port = chrome.runtime.connect({ name });
  const samples: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const id = `${operation}-${turn}`;
    const began = performance.now();
    const result = await new Promise<{ ok: boolean }>((resolve, reject) => {
      const listen = (reply: { id?: string; result?: { ok: boolean } }) => {
        if (reply.id !== id || !reply.result) return;
        port.onMessage.removeListener(listen);
        resolve(reply.result);
      };
      port.onMessage.addListener(listen);
      port.onDisconnect.addListener(() => reject(new Error('the background is gone')));
      port.postMessage({ type: 'request', id, operation, input });
    });
    samples.push(performance.now() - began);
    if (!result.ok) throw new Error(JSON.stringify(result));
  }
  port.disconnect();
  return samples;
}
