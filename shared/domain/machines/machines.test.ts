import { describe, expect, test } from 'vitest';
import { ALL_MACHINES } from './all-machines.ts';
import { faultsOf, refuseFaultyMachine } from './check-machine.ts';
import { eventsFrom, type Machine, nextState } from './machine.ts';
import { ORDER_MACHINE, UNFINISHED_STATES } from './order-machine.ts';

test.each(ALL_MACHINES.map((machine) => [machine.name, machine] as const))(
  'the %s table has no unreachable state, no dead end and no ambiguity',
  (_name, machine) => {
    expect(faultsOf(machine)).toEqual([]);
  },
);

describe('a faulty table stops the start and says why', () => {
  const base: Machine = {
    name: 'sample',
    states: ['a', 'b'],
    first: 'a',
    ends: ['b'],
    transitions: [{ event: 'go', from: ['a'], to: 'b', by: ['service'] }],
  };

  test.each([
    ['unreachable', { ...base, states: ['a', 'b', 'c'], ends: ['b', 'c'] }, 'c is never reached'],
    ['dead end', { ...base, ends: [] }, 'b is never left and is no end'],
    [
      'left end',
      { ...base, transitions: [...base.transitions, { event: 'back', from: ['b'], to: 'a', by: ['service'] }] },
      'b is an end and is left',
    ],
    [
      'ambiguity',
      { ...base, transitions: [...base.transitions, { event: 'go', from: ['a'], to: 'a', by: ['service'] }] },
      'go leads from a to two places',
    ],
  ] satisfies [string, Machine, string][])('%s', (_name, machine, fault) => {
    expect(() => refuseFaultyMachine(machine)).toThrow(fault);
  });
});

describe('domain 3.8: an order may be cancelled until making has begun', () => {
  test.each(ORDER_MACHINE.states)('%s', (state) => {
    const begun = ['making', 'made', 'posted', 'completed', 'cancelled', 'lapsed'].includes(state);
    expect(nextState(ORDER_MACHINE, { state, event: 'cancel', by: 'applicant' })).toBe(begun ? undefined : 'cancelled');
  });
});

test('an applicant can neither approve nor accept his own order', () => {
  for (const state of ORDER_MACHINE.states) {
    const events = eventsFrom(ORDER_MACHINE, { state, by: 'applicant' });
    expect(events).not.toContain('approve');
    expect(events).not.toContain('accept');
  }
});

test('every state but the ends counts as unfinished', () => {
  expect(UNFINISHED_STATES).toContain('posted');
  expect(UNFINISHED_STATES).not.toContain('completed');
});
