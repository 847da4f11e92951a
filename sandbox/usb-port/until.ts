import { setTimeout as wait } from 'node:timers/promises';

const POLL_EVERY_MS = 10;
const POLL_DEADLINE_MS = 5_000;

/** A promise that must come true in time; the timer never keeps the process alive. */
export async function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = wait(milliseconds, null, { signal: done.signal, ref: false }).then(() => {
    throw new Error(`${what}: not within ${milliseconds} ms`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    done.abort();
  }
}

/** For what nobody announces: asks again until the answer pleases, at most so long. */
export async function until<T>(ask: () => Promise<T>, pleases: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + POLL_DEADLINE_MS;
  for (;;) {
    const answer = await ask();
    if (pleases(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(answer)} after ${POLL_DEADLINE_MS} ms`);
    await wait(POLL_EVERY_MS);
  }
}
