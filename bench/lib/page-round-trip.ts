import type { PAGE_MARK } from '@certbridge/shared/contract/page.ts';
import type { Page } from 'playwright';
import type { NativePorts } from './native-ports.ts';
import { ECHO_NAME } from './register-echo.ts';
import type { Figure } from './report.ts';
import { type Timings, timingsOfBlocks } from './timings.ts';

const BLOCKS = 10;
const PER_BLOCK = 30;
const SDK_ADDRESS = '/certbridge-sdk.js';

/** Needs the connection to the echo host open: its round trip is the floor of everything that reaches a host. */
export async function pageRoundTrip(page: Page, ports: NativePorts): Promise<Figure[]> {
  const askers = {
    echo: (count: number) => ports.ask(ECHO_NAME, 'ping', count),
    itself: (count: number) => page.evaluate(askItself, count),
    hello: (count: number) => page.evaluate(askContent, { operation: 'hello', count }),
    status: (count: number) => page.evaluate(askContent, { operation: 'status', count }),
    sdk: (count: number) => page.evaluate(askBySdk, { address: SDK_ADDRESS, count }),
  };
  const measured = await inTurn(askers);
  const self = { name: '网页与自己 page posts to itself and back', measured: measured.itself };
  const echoed = { name: '后台↔回声主机 background↔echo host', measured: measured.echo };
  return [
    { what: '网页↔内容脚本 page↔content, hello', measured: measured.hello, floor: self },
    { what: '网页↔主机 page↔host, status', measured: measured.status, floor: echoed },
    { what: '伙伴 SDK partner SDK, certbridge.status()', measured: measured.sdk, floor: echoed },
  ];
}

type Asker = (count: number) => Promise<number[]>;

async function inTurn<Name extends string>(askers: Record<Name, Asker>): Promise<Record<Name, Timings>> {
  const each = Object.entries<Asker>(askers).map(([name, ask]) => ({ name, ask, blocks: [] as number[][] }));
  for (const { ask } of each) await ask(PER_BLOCK);
  for (let block = 0; block < BLOCKS; block += 1) {
    for (const { ask, blocks } of each) blocks.push(await ask(PER_BLOCK));
  }
  return Object.fromEntries(each.map(({ name, blocks }) => [name, timingsOfBlocks(blocks)])) as Record<Name, Timings>;
}

// These run in the partner's page: each stands alone.

/** The messages that the SDK posts, without the SDK. */
async function askContent({ operation, count }: { operation: string; count: number }): Promise<number[]> {
  const MARK: typeof PAGE_MARK = 'certbridge';
  const samples: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const id = `bench-${crypto.randomUUID()}`;
    const began = performance.now();
    const result = await new Promise<{ ok: boolean; value?: { host?: string } }>((resolve) => {
      const listen = ({ data }: MessageEvent) => {
        if (data?.type !== 'reply' || data.id !== id) return;
        window.removeEventListener('message', listen);
        resolve(data.result);
      };
      window.addEventListener('message', listen);
      window.postMessage({ [MARK]: 1, type: 'request', id, operation, input: {} }, location.origin);
    });
    samples.push(performance.now() - began);
    if (!result.ok || (operation === 'status' && result.value?.host !== 'ready'))
      throw new Error(JSON.stringify(result));
  }
  return samples;
}

async function askBySdk({ address, count }: { address: string; count: number }): Promise<number[]> {
  const { certbridge } = (await import(address)) as { certbridge: { status(): Promise<unknown> } };
  const samples: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const began = performance.now();
    await certbridge.status();
    samples.push(performance.now() - began);
  }
  return samples;
}

/** A question and an answer by the same means, with nobody in between. */
async function askItself(count: number): Promise<number[]> {
  const samples: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const began = performance.now();
    await new Promise<void>((resolve) => {
      const listen = ({ data }: MessageEvent) => {
        if (data?.bench === 'question') window.postMessage({ bench: 'answer' }, location.origin);
        if (data?.bench !== 'answer') return;
        window.removeEventListener('message', listen);
        resolve();
      };
      window.addEventListener('message', listen);
      window.postMessage({ bench: 'question' }, location.origin);
    });
    samples.push(performance.now() - began);
  }
  return samples;
}
