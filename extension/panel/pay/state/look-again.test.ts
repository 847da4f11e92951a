import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { describe, expect, it } from 'vitest';
import { lookAgain, pauseAfter } from './look-again.ts';

function looking(more: () => boolean = () => true) {
  const clock = new HandClock();
  const listeners = new Set<() => void>();
  let seen = true;
  let looks = 0;
  let answer: (() => void) | undefined;
  let slow = false;
  const { now, stop } = lookAgain({
    clock,
    sight: {
      seen: () => seen,
      onChange(changed) {
        listeners.add(changed);
        return () => listeners.delete(changed);
      },
    },
    async look() {
      looks += 1;
      if (slow) await new Promise<void>((resolve) => (answer = resolve));
      return more();
    },
  });
  return {
    clock,
    listeners,
    now,
    stop,
    looks: () => looks,
    see(visible: boolean) {
      seen = visible;
      for (const changed of listeners) changed();
    },
    beSlow(is: boolean) {
      slow = is;
    },
    answer: () => answer?.(),
  };
}

describe('looking whether something has come', () => {
  it('begins at once, and grows ever more seldom', async () => {
    const at = looking();
    await at.clock.pass(12_000);
    expect(at.looks()).toBe(5);
    expect([0, 119_999, 120_000, 600_000, 9_000_000].map(pauseAfter)).toEqual([3_000, 3_000, 8_000, 20_000, 20_000]);
  });

  it('rests while nobody sees the page, and goes on at once when somebody does', async () => {
    const at = looking();
    await at.clock.pass(0);
    at.see(false);
    await at.clock.pass(60_000);
    expect(at.looks()).toBe(1);
    at.see(true);
    await at.clock.pass(0);
    expect(at.looks()).toBe(2);
  });

  it('is done at once when news has come, seen or not', async () => {
    const at = looking();
    await at.clock.pass(0);
    at.see(false);
    at.now();
    await at.clock.pass(0);
    expect(at.looks()).toBe(2);
    await at.clock.pass(60_000);
    expect(at.looks()).toBe(2);
  });

  it('news that comes while an answer is awaited is looked at after it, and not twice at a time', async () => {
    const at = looking();
    await at.clock.pass(0);
    at.beSlow(true);
    at.now();
    at.now();
    at.now();
    await at.clock.pass(0);
    expect(at.looks()).toBe(2);
    at.beSlow(false);
    at.answer();
    await at.clock.pass(0);
    expect(at.looks()).toBe(3);
  });

  it('ends when nothing more is to come, or nobody is interested', async () => {
    const done = looking(() => false);
    await done.clock.pass(60_000);
    expect([done.looks(), done.clock.alarms, done.listeners.size]).toEqual([1, 0, 0]);
    const left = looking();
    await left.clock.pass(0);
    left.stop();
    left.now();
    await left.clock.pass(60_000);
    expect([left.looks(), left.clock.alarms, left.listeners.size]).toEqual([1, 0, 0]);
  });
});
