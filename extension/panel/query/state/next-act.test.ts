import { describe, expect, it } from 'vitest';
import { nextAct } from './next-act.ts';

describe('what the owner of an order can do next', () => {
  it('is to go on while it is being applied for, and to pay when it is signed', () => {
    expect(nextAct({ state: 'filled', actions: ['continue', 'edit', 'cancel'] })).toBe('continue');
    expect(nextAct({ state: 'signed', actions: ['edit', 'pay', 'application-form', 'cancel'] })).toBe('pay');
  });

  it('is to correct what was sent back', () => {
    expect(nextAct({ state: 'returned', actions: ['edit', 'application-form', 'cancel'] })).toBe('correct');
  });

  it('is nothing while others are at work, though it could still be edited or cancelled, and at the end', () => {
    expect(nextAct({ state: 'signed', actions: ['edit', 'application-form', 'cancel'] })).toBeUndefined();
    expect(nextAct({ state: 'accepted', actions: ['application-form', 'cancel'] })).toBeUndefined();
    expect(nextAct({ state: 'completed', actions: ['application-form'] })).toBeUndefined();
  });
});
