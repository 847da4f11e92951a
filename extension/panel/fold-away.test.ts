import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { expect, it } from 'vitest';
import type { BackgroundClient } from '../platform/background-client.ts';
import { foldAway } from './fold-away.ts';

async function folding(answer: (time: number) => Result<object>) {
  const asked: number[] = [];
  const clock = new HandClock();
  const call = async () => answer(asked.push(clock.now()));
  void foldAway({ call } as unknown as Pick<BackgroundClient, 'call'>, clock);
  await clock.pass(60_000);
  return asked;
}

it('the panel is folded away once', async () => {
  expect(await folding(() => ok({}))).toEqual([0]);
});

it('a page that does not listen yet is asked again, soon', async () => {
  expect(await folding((time) => (time < 3 ? fail('CONNECTION_LOST') : ok({})))).toEqual([0, 100, 300]);
});

it('a page that listens again only after five seconds is reached, and asking ends some time', async () => {
  const asked = await folding(() => fail('CONNECTION_LOST'));
  expect(asked.at(-1)).toBeGreaterThan(5_000);
  expect(asked.at(-1)).toBeLessThan(15_000);
});

it('a refusal is not asked again', async () => {
  expect(await folding(() => fail('CALLER_NOT_ALLOWED'))).toEqual([0]);
});
