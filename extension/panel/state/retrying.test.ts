import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { describe, expect, it } from 'vitest';
import { retrying } from './retrying.ts';

function loading() {
  const waits: { ms: number; go: () => void }[] = [];
  const answers: ((result: Result<string>) => void)[] = [];
  const results: Result<string>[] = [];
  let starts = 0;
  const clock: Clock = {
    now: () => 0,
    after(ms, go) {
      const wait = { ms, go };
      waits.push(wait);
      return () => void waits.splice(waits.indexOf(wait), waits.includes(wait) ? 1 : 0);
    },
  };
  const handle = retrying<string>({
    load: () => new Promise((resolve) => answers.push(resolve)),
    onStart: () => {
      starts += 1;
    },
    onResult: (result) => results.push(result),
    clock,
    random: () => 1,
  });
  const answer = async (result: Result<string>) => {
    answers.shift()?.(result);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { handle, waits, results, answer, starts: () => starts };
}

const DOWN = fail('SERVICE_UNREACHABLE');

describe('loading from the service', () => {
  it('tries again by itself, ever more slowly', async () => {
    const it = loading();
    const waited: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      await it.answer(DOWN);
      waited.push(it.waits[0]?.ms ?? 0);
      it.waits.shift()?.go();
    }
    expect(waited).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('stops trying when it has succeeded', async () => {
    const it = loading();
    await it.answer(DOWN);
    it.waits.shift()?.go();
    await it.answer(ok('channel'));
    it.handle.now();
    expect(it.results).toEqual([DOWN, ok('channel')]);
    expect(it.waits).toEqual([]);
    expect(it.starts()).toBe(2);
  });

  it('tries at once when asked, and does not wait besides', async () => {
    const it = loading();
    await it.answer(DOWN);
    it.handle.now();
    it.handle.now();
    expect(it.starts()).toBe(2);
    expect(it.waits).toEqual([]);
  });

  it('does not repeat what would get the same answer, until somebody asks', async () => {
    const it = loading();
    await it.answer(fail('CHANNEL_UNKNOWN'));
    expect(it.waits).toEqual([]);
    it.handle.now();
    expect(it.starts()).toBe(2);
  });

  it('says nothing more once it is not wanted any more', async () => {
    const it = loading();
    it.handle.stop();
    await it.answer(ok('channel of before'));
    expect(it.results).toEqual([]);
  });
});
