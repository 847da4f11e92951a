import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { describe, expect, it } from 'vitest';
import { untilAnswered } from './until-answered.ts';

async function answering(answers: readonly Result<unknown>[], takesMs = 0) {
  const clock = new HandClock();
  const leaving = new AbortController();
  let attempts = 0;
  const done = untilAnswered(
    async () => {
      attempts += 1;
      if (takesMs > 0) clock.advance(takesMs);
      return answers[attempts - 1] ?? fail('SERVICE_UNREACHABLE');
    },
    { clock, signal: leaving.signal },
  );
  return { clock, leaving, done, attempts: () => attempts };
}

describe('what changes something', () => {
  it('is sent again while nobody answers', async () => {
    const { clock, done, attempts } = await answering([fail('SERVICE_UNREACHABLE'), fail('DEADLINE_EXCEEDED'), ok(1)]);
    await clock.pass(60_000);
    expect(await done).toEqual(ok(1));
    expect(attempts()).toBe(3);
  });

  it('is sent again while its first sending is still being worked on', async () => {
    const { clock, done } = await answering([fail('REQUEST_IN_PROGRESS'), ok(1)]);
    await clock.pass(60_000);
    expect(await done).toEqual(ok(1));
  });

  it('is sent three times more at most', async () => {
    const { clock, done, attempts } = await answering([]);
    await clock.pass(60_000);
    expect(await done).toEqual(fail('SERVICE_UNREACHABLE'));
    expect(attempts()).toBe(4);
  });

  it('is not sent again once it was answered, whatever the answer', async () => {
    const { done, attempts } = await answering([fail('ORDER_CHANGED')]);
    expect(await done).toEqual(fail('ORDER_CHANGED'));
    expect(attempts()).toBe(1);
  });

  it('keeps nobody waiting for minutes', async () => {
    const { clock, done, attempts } = await answering([], 25_000);
    await clock.pass(120_000);
    expect(await done).toEqual(fail('SERVICE_UNREACHABLE'));
    expect(attempts()).toBe(2);
  });

  it('is not sent again for somebody who has gone', async () => {
    const { clock, leaving, done, attempts } = await answering([]);
    leaving.abort();
    await clock.pass(60_000);
    await done;
    expect(attempts()).toBe(1);
  });
});
