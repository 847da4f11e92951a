import { describe, expect, it } from 'vitest';
import { CLOSED, type ComboView, comboKey } from './combo-key.ts';

const press = (key: string, view: ComboView = CLOSED, count = 3) => comboKey({ key, altKey: false }, view, count);
const at = (active: number | undefined): ComboView => ({ open: true, active });

describe('the keys of a combobox (WAI-ARIA Authoring Practices)', () => {
  it('Down opens the list at its first option, Up at its last', () => {
    expect(press('ArrowDown')).toEqual({ view: at(0) });
    expect(press('ArrowUp')).toEqual({ view: at(2) });
  });

  it('Down and Up go round', () => {
    expect(press('ArrowDown', at(1))).toEqual({ view: at(2) });
    expect(press('ArrowDown', at(2))).toEqual({ view: at(0) });
    expect(press('ArrowUp', at(0))).toEqual({ view: at(2) });
  });

  it('Alt with Down opens without moving, Alt with Up closes', () => {
    expect(comboKey({ key: 'ArrowDown', altKey: true }, CLOSED, 3)).toEqual({ view: at(undefined) });
    expect(comboKey({ key: 'ArrowUp', altKey: true }, at(1), 3)).toEqual({ view: CLOSED });
  });

  it('Enter chooses what is marked, and otherwise does nothing', () => {
    expect(press('Enter', at(1))).toEqual({ choose: 1 });
    expect(press('Enter', at(undefined))).toBeUndefined();
    expect(press('Enter')).toBeUndefined();
  });

  it('Esc closes an open list; with a closed one it is the panel’s', () => {
    expect(press('Escape', at(1))).toEqual({ view: CLOSED });
    expect(press('Escape')).toBeUndefined();
  });

  it('marks nothing in an empty list', () => {
    expect(press('ArrowDown', at(undefined), 0)).toEqual({ view: at(undefined) });
  });

  it('leaves letters, Home and End to the text', () => {
    for (const key of ['a', '工', 'Home', 'End', 'Tab']) expect(press(key, at(0))).toBeUndefined();
  });
});
