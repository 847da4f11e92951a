import { fail, ok } from '@certbridge/shared/contract/result.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { retry } from './retry.ts';

const extension: { runtime: { id?: string } } = { runtime: {} };
const lost = fail('CONNECTION_LOST');

beforeEach(() => {
  extension.runtime = { id: 'ours' };
  vi.stubGlobal('chrome', extension);
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

/** Loses its connection each time, after having lasted so long; says how long each pause before it was. */
function subscription(lastsMs: readonly number[]) {
  const pauses: number[] = [];
  let ended = Date.now();
  const work = async () => {
    pauses.push(Date.now() - ended);
    const ms = lastsMs[pauses.length - 1];
    if (ms === undefined) return ok({});
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
    ended = Date.now();
    return lost;
  };
  return { work, pauses };
}

describe('what lost its connection is done again', () => {
  it('ever more slowly while nothing comes of it', async () => {
    const { work, pauses } = subscription([0, 0, 0, 0, 0, 0, 0]);
    const done = retry(work, Number.POSITIVE_INFINITY);
    await vi.runAllTimersAsync();
    expect(await done).toEqual(ok({}));
    expect(pauses).toEqual([0, 250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  it('soon, however often the background went to sleep, when it had worked in between', async () => {
    const { work, pauses } = subscription([30_000, 30_000, 0, 30_000, 30_000]);
    const done = retry(work, Number.POSITIVE_INFINITY);
    await vi.runAllTimersAsync();
    await done;
    expect(pauses).toEqual([0, 250, 250, 500, 250, 250]);
  });

  it('no more often than was said', async () => {
    const { work, pauses } = subscription([0, 0, 0, 0, 0]);
    const done = retry(work, 2);
    await vi.runAllTimersAsync();
    expect(await done).toEqual(lost);
    expect(pauses).toHaveLength(3);
  });

  it('not when the extension was updated or removed under the page', async () => {
    const { work, pauses } = subscription([0, 0, 0]);
    const done = retry(work, Number.POSITIVE_INFINITY);
    delete extension.runtime.id;
    await vi.runAllTimersAsync();
    expect(await done).toEqual(lost);
    expect(pauses).toHaveLength(1);
  });

  it('not when it was refused', async () => {
    const work = vi.fn(async () => fail('ORIGIN_NOT_REGISTERED'));
    expect(await retry(work, 5)).toEqual(fail('ORIGIN_NOT_REGISTERED'));
    expect(work).toHaveBeenCalledOnce();
  });
});
