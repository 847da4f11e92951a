import type { KeySummary } from '@certbridge/shared/domain/key.ts';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { expect, it } from 'vitest';
import type { DriverView } from '../worker-contract.ts';
import { watchDriver } from './watch-driver.ts';

const key = { keyId: 'm:1' } as KeySummary;
const PLUGGED: DriverView = { keys: [key] };
const EMPTY: DriverView = { keys: [] };
const FAULT: DriverView = { keys: [], fault: { code: 'DRIVER_FAULT' } };

/** A driver that shows one view after the other, and the last one for ever. */
function watching(...views: DriverView[]) {
  const clock = new HandClock();
  const canceller = createCanceller();
  const told: DriverView[] = [];
  let looks = 0;
  const done = watchDriver({
    look: async () => views[Math.min(looks++, views.length - 1)] ?? EMPTY,
    emit: (view) => told.push(view),
    clock,
    cancellation: canceller.cancellation,
  });
  return { clock, canceller, told, done, looks: () => looks };
}

it('tells the first view at once, and nothing while nothing changes', async () => {
  const { clock, told } = watching(EMPTY);
  await clock.pass(10_000);
  expect(told).toEqual([EMPTY]);
});

it('tells an insertion at the first look that shows it', async () => {
  const { clock, told } = watching(EMPTY, PLUGGED);
  await clock.pass(300);
  expect(told).toEqual([EMPTY, PLUGGED]);
});

it('tells a removal when a second look agrees', async () => {
  const { clock, told } = watching(PLUGGED, EMPTY);
  await clock.pass(300);
  expect(told).toEqual([PLUGGED]);
  await clock.pass(100);
  expect(told).toEqual([PLUGGED, EMPTY]);
});

it('does not tell a contact that bounces, nor a fault that passes', async () => {
  const { clock, told } = watching(PLUGGED, EMPTY, PLUGGED, FAULT, PLUGGED);
  await clock.pass(10_000);
  expect(told).toEqual([PLUGGED]);
});

it('looks at a driver at fault more seldom', async () => {
  const { clock, looks } = watching(FAULT);
  await clock.pass(3_000);
  expect(looks()).toBe(4);
});

it('stops looking when nobody watches any more', async () => {
  const { clock, canceller, done, looks } = watching(EMPTY);
  await clock.pass(300);
  canceller.cancel();
  await done;
  const before = looks();
  await clock.pass(10_000);
  expect(looks()).toBe(before);
});
