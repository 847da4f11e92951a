import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { expect, it } from 'vitest';
import type { PluggingLook } from '../../token/pkcs11/probe/probe-report.ts';
import { observePlugging } from './observe-plugging.ts';

const IN: PluggingLook = { present: true, session: 'CKR_OK', event: false };

function observing(look: (afresh: boolean, now: number) => PluggingLook | undefined) {
  const clock = new HandClock();
  const questions: string[] = [];
  const answers: ((word: 'done' | 'skip') => void)[] = [];
  const observed = observePlugging({
    watch: { look: async (afresh) => look(afresh, clock.now()), close: () => undefined },
    person: {
      ask: (question) => {
        questions.push(question);
        return new Promise((resolve) => answers.push(resolve));
      },
      leave: () => undefined,
    },
    clock,
  });
  return { clock, questions, answers, observed };
}

it('a person who does nothing is not waited for for ever', async () => {
  const { clock, questions, observed } = observing(() => IN);
  await clock.pass(121_000);
  expect(await observed).toBeUndefined();
  expect(questions).toHaveLength(1);
});

it('a driver that stops answering says nothing of what it notices', async () => {
  const { clock, observed } = observing((_afresh, now) => (now < 1_000 ? IN : undefined));
  await clock.pass(2_000);
  expect(await observed).toBeUndefined();
});

it('a key that is not there at the beginning is not asked for', async () => {
  const { questions, observed } = observing(() => ({ ...IN, present: false }));
  expect(await observed).toBeUndefined();
  expect(questions).toEqual([]);
});

it('what a session says, and what an event told, is taken from the look that noticed', async () => {
  const { clock, answers, observed } = observing((afresh, now) => ({
    present: now < 1_000 || afresh,
    session: now < 1_000 ? 'CKR_OK' : 'CKR_DEVICE_REMOVED 0x32',
    event: now >= 1_000,
  }));
  await clock.pass(2_000);
  answers[1]?.('done');
  await clock.pass(4_000);
  expect(await observed).toEqual({
    pulled: 'polling',
    plugged: 'reinitialize',
    session: 'CKR_DEVICE_REMOVED 0x32',
    event: true,
  });
});
