import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { settled } from '@certbridge/shared/testing/settled.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { watchOrderChanges } from './order-change-line.ts';

const HEAD = { 'content-type': 'text/event-stream; charset=utf-8' };

interface Line {
  readonly signal: AbortSignal;
  say(text: string): Promise<void>;
  end(): Promise<void>;
  breakOff(): Promise<void>;
}

let stopAll: () => void = () => undefined;
afterEach(() => stopAll());

/** A service that is asked for the stream, again and again; `refuse` answers the next question instead. */
function watching() {
  const clock = new HandClock();
  const lines: Line[] = [];
  const versions: number[] = [];
  const instead: (Response | 'unreachable')[] = [];
  let asked = 0;
  const stop = watchOrderChanges({
    clock,
    random: () => 1,
    onVersion: (version) => versions.push(version),
    async open(signal) {
      asked += 1;
      const other = instead.shift();
      if (other === 'unreachable') throw new TypeError('Failed to fetch');
      if (other) return other;
      const letters = new TextEncoder();
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          signal.addEventListener('abort', () => controller.error(new Error('aborted')), { once: true });
          lines.push({
            signal,
            async say(text) {
              controller.enqueue(letters.encode(text));
              await turns();
            },
            async end() {
              controller.close();
              await turns();
            },
            async breakOff() {
              controller.error(new TypeError('network'));
              await turns();
            },
          });
        },
      });
      return new Response(body, { headers: HEAD });
    },
  });
  stopAll = stop;
  return { clock, lines, versions, instead, stop, asked: () => asked };
}

/** Streams settle over several turns of the loop. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  await settled();
}

const version = (number: number) => `event: version\ndata: {"version":${number}}\n\n`;

describe('the line on which changes of an order are heard', () => {
  it('tells each version, whatever else is said on it', async () => {
    const { lines, versions } = watching();
    await turns();
    await lines[0]?.say(version(3));
    await lines[0]?.say(': \n\nevent: version\ndata: not json\n\nevent: version\ndata: {"version":-1}\n\n');
    await lines[0]?.say('event: other\ndata: {"version":9}\n\ndata: {"version":9}\n\n');
    await lines[0]?.say('event: version\ndata: {"version":5,"more":true}\n\n');
    await lines[0]?.say(version(4));
    expect(versions).toEqual([3, 4]);
  });

  it('is drawn anew when it breaks or ends, and later the longer there is no news', async () => {
    const { clock, lines, versions, instead, asked } = watching();
    await turns();
    await lines[0]?.say(version(3));
    await lines[0]?.breakOff();
    await clock.pass(1_000);
    await turns();
    expect(asked()).toBe(2);
    await lines[1]?.say(version(4));
    await lines[1]?.end();
    instead.push('unreachable', 'unreachable', 'unreachable');
    for (const wait of [1_000, 2_000, 4_000, 8_000]) {
      const before = asked();
      await clock.pass(wait - 1);
      await turns();
      expect(asked(), `before ${wait}`).toBe(before);
      await clock.pass(1);
      await turns();
      expect(asked(), `after ${wait}`).toBe(before + 1);
    }
    await lines.at(-1)?.say(version(5));
    expect(versions).toEqual([3, 4, 5]);
  });

  it('on which nothing is said for three signs of life is given up and drawn anew', async () => {
    const { clock, lines, asked } = watching();
    await turns();
    await clock.pass(60_000);
    await lines[0]?.say(': \n\n');
    await clock.pass(60_000);
    expect(lines[0]?.signal.aborted, 'a sign of life counts').toBe(false);
    await clock.pass(5_000);
    await turns();
    expect(lines[0]?.signal.aborted).toBe(true);
    await clock.pass(60_000);
    await turns();
    expect(asked()).toBeGreaterThan(1);
  });

  it.each([401, 404])('that is refused with %i is not asked for again', async (status) => {
    const { clock, lines, instead, asked } = watching();
    await turns();
    instead.push(Response.json({ ok: false }, { status }));
    await lines[0]?.end();
    await clock.pass(600_000);
    await turns();
    expect(asked()).toBe(2);
    expect(clock.alarms).toBe(0);
  });

  it('is not taken from a page that is none, as a gateway’s', async () => {
    const { clock, lines, versions, instead } = watching();
    await turns();
    instead.push(
      new Response(version(9), { headers: { 'content-type': 'text/html' } }),
      Response.json({}, { status: 503 }),
    );
    await lines[0]?.end();
    await clock.pass(5_000);
    await turns();
    await clock.pass(5_000);
    await turns();
    await lines.at(-1)?.say(version(4));
    expect(versions).toEqual([4]);
  });

  it('ends with whoever listened', async () => {
    const { clock, lines, stop, asked } = watching();
    await turns();
    stop();
    await turns();
    expect(lines[0]?.signal.aborted).toBe(true);
    await clock.pass(600_000);
    await turns();
    expect([asked(), clock.alarms]).toEqual([1, 0]);
  });
});
