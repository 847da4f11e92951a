import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./driver-child.ts', import.meta.url));

/**
 * How often a floor looks. More often, and the looking itself would slow down what is looked at: asking PC/SC costs
 * milliseconds of a core.
 */
const LOOK_EVERY_MS = 50;

export interface DriverPlace {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  readonly seesNewTokensAfter: 'polling' | 'reinitialize';
}

export type DriverOrder =
  | { readonly type: 'walk'; readonly count: number }
  | { readonly type: 'until'; readonly present: boolean; readonly lookEveryMs: number };

/** A driver in a process of its own, and nothing else in it: what can be had without any of our work. */
export interface DriverProcess {
  readonly pid: number;
  /** Looks at slots and tokens so many times; answers how long each look took, in milliseconds. */
  walk(count: number): Promise<readonly number[]>;
  /** Looks again and again until there is a token, or none. */
  until(present: boolean, lookEveryMs?: number): Promise<void>;
  stop(): Promise<void>;
}

export function startDriver(place: DriverPlace): DriverProcess {
  const child = fork(CHILD, [JSON.stringify(place)], { env: { ...process.env, ...place.env } });
  const ended = once(child, 'exit');
  const early = ended.then(() => {
    throw new Error(`the driver process of ${place.path} ended`);
  });
  early.catch(() => undefined);
  const ask = async (order: DriverOrder) => {
    const answer = once(child, 'message');
    child.send(order);
    const [message] = (await Promise.race([answer, early])) as [{ samples: number[] }];
    return message.samples;
  };
  return {
    pid: child.pid ?? Number.NaN,
    walk: (count) => ask({ type: 'walk', count }),
    until: async (present, lookEveryMs = LOOK_EVERY_MS) => {
      await ask({ type: 'until', present, lookEveryMs });
    },
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}
