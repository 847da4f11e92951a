import { describe, expect, it } from 'vitest';
import { ORDER_STATES } from '../machines/order-machine.ts';
import { ORDER_STANDINGS, standingOfOrder } from './standing-of-order.ts';

describe('how an order stands', () => {
  it('asks for the money as soon as the order is signed and priced', () => {
    expect(standingOfOrder({ state: 'signed', payment: 'awaiting' })).toBe('to-pay');
    expect(standingOfOrder({ state: 'signed', payment: 'paid' })).toBe('signed');
    expect(standingOfOrder({ state: 'signed', payment: 'free' })).toBe('signed');
  });

  it('says of a cancelled order where its money is', () => {
    expect(standingOfOrder({ state: 'cancelled', payment: 'closed' })).toBe('cancelled');
    expect(standingOfOrder({ state: 'cancelled', payment: 'refunding' })).toBe('refunding');
    expect(standingOfOrder({ state: 'cancelled', payment: 'refunded' })).toBe('refunded');
  });

  it('is otherwise the state, for each of them', () => {
    for (const state of ORDER_STATES) expect(standingOfOrder({ state, payment: 'not-asked' })).toBe(state);
    expect(new Set(ORDER_STANDINGS).size).toBe(ORDER_STANDINGS.length);
  });
});
