import type { KeySummary } from '@certbridge/shared/domain/key.ts';
import { createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import { HandClock } from '@certbridge/shared/testing/hand-clock.ts';
import { expect, it } from 'vitest';
import type { DriverView } from '../worker-contract.ts';
import { Bell, type BellWire, type WireEvents } from './bell/bell.ts';
import { watchDriver } from './watch-driver.ts';

const key = { keyId: 'm:1' } as KeySummary;
const PLUGGED: DriverView = { keys: [key] };
const EMPTY: DriverView = { keys: [] };
const FAULT: DriverView = { keys: [], fault: { code: 'DRIVER_FAULT' } };

/** A driver that shows one view after the other, and the last one for ever. */
function watching(...views: DriverView[]) {
  return watchingBy(undefined, ...views);
}

function watchingBy(wire: BellWire | undefined, ...views: DriverView[]) {
  const clock = new HandClock();
  const log: string[] = [];
  const bell = new Bell({ clock, wire, log: (line) => log.push(line) });
  const canceller = createCanceller();
  const told: DriverView[] = [];
  let looks = 0;
  const done = watchDriver({
    look: async () => views[Math.min(looks++, views.length - 1)] ?? EMPTY,
    emit: (view) => told.push(view),
    bell,
    clock,
    cancellation: canceller.cancellation,
  });
  return { clock, canceller, told, done, bell, log, looks: () => looks };
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

/** A driver's slot events, rung by hand. */
function wireByHand() {
  const laid: WireEvents[] = [];
  const wire: BellWire = { inDriver: false, lay: (on) => laid.push(on) };
  return { wire, laid, ring: () => laid.at(-1)?.ring() };
}

it('with a bell, looks seldom while it is silent, and at once when it rings', async () => {
  const { wire, ring } = wireByHand();
  const { clock, told, looks } = watchingBy(wire, EMPTY, EMPTY, PLUGGED);
  await clock.pass(2_400);
  expect(looks()).toBe(1);
  await clock.pass(100);
  expect(looks()).toBe(2);
  ring();
  await clock.pass(0);
  expect(told).toEqual([EMPTY, PLUGGED]);
});

it('looks often for a while after it rang: a card may still be starting up', async () => {
  const { wire, ring } = wireByHand();
  const { clock, told, looks } = watchingBy(wire, EMPTY, EMPTY, EMPTY, PLUGGED);
  await clock.pass(0);
  ring();
  await clock.pass(600);
  expect(told).toEqual([EMPTY, PLUGGED]);
  await clock.pass(1_500);
  const settled = looks();
  await clock.pass(2_000);
  expect(looks()).toBe(settled);
});

it('does not miss a ring that comes during a look', async () => {
  const { wire, ring } = wireByHand();
  const clock = new HandClock();
  const bell = new Bell({ clock, wire, log: () => undefined });
  const told: DriverView[] = [];
  let looks = 0;
  const look = async () => {
    looks += 1;
    if (looks === 2) ring();
    return looks > 2 ? PLUGGED : EMPTY;
  };
  const { cancellation } = createCanceller();
  void watchDriver({ look, emit: (view) => told.push(view), bell, clock, cancellation });
  await clock.pass(2_600);
  expect(told).toEqual([EMPTY, PLUGGED]);
});

it('relies no more on a bell that is silent while a key comes', async () => {
  const { wire } = wireByHand();
  const { clock, told, bell, log, looks } = watchingBy(wire, EMPTY, PLUGGED);
  await clock.pass(2_500);
  expect(told).toEqual([EMPTY, PLUGGED]);
  expect(bell.isWired).toBe(true);
  await clock.pass(1_000);
  expect(bell.isWired).toBe(false);
  expect(log).toEqual(['slot events: silent while keys came or went']);
  const before = looks();
  await clock.pass(3_000);
  expect(looks() - before).toBe(10);
});

it('relies on a bell that only rings a little late', async () => {
  const { wire, ring } = wireByHand();
  const { clock, bell } = watchingBy(wire, EMPTY, PLUGGED);
  await clock.pass(2_500);
  ring();
  await clock.pass(10_000);
  expect(bell.isWired).toBe(true);
});

it('waits in a driver only once it has answered without a fault', async () => {
  const { wire, laid } = wireByHand();
  const { clock } = watchingBy(wire, FAULT, EMPTY);
  await clock.pass(900);
  expect(laid).toHaveLength(0);
  await clock.pass(100);
  expect(laid).toHaveLength(1);
});

it('looks often where the driver has no slot events', async () => {
  const { wire, laid } = wireByHand();
  const { clock, bell, looks } = watchingBy(wire, EMPTY);
  await clock.pass(0);
  laid[0]?.ended('CKR_FUNCTION_NOT_SUPPORTED 0x54', 'for-good');
  await clock.pass(0);
  const before = looks();
  await clock.pass(3_000);
  expect(looks() - before).toBe(10);
  expect(bell.isWired).toBe(false);
  expect(laid).toHaveLength(1);
});

it('waits again after a bell that rang for long broke, as when the card service was started again', async () => {
  const { wire, laid } = wireByHand();
  const { clock } = watchingBy(wire, EMPTY);
  await clock.pass(61_000);
  laid[0]?.ended('CKR_GENERAL_ERROR 0x5');
  await clock.pass(300);
  expect(laid).toHaveLength(2);
  laid[1]?.ended('CKR_GENERAL_ERROR 0x5');
  await clock.pass(10_000);
  expect(laid).toHaveLength(2);
});
