import { expect, it, vi } from 'vitest';
import { closeWithEscape } from './close-with-escape.ts';

function press(key: string, circumstances: { isComposing?: boolean; taken?: boolean; menu?: boolean } = {}) {
  const close = vi.fn();
  const page = Object.assign(new EventTarget(), { querySelector: () => (circumstances.menu ? {} : null) });
  const { isComposing = false, taken } = circumstances;
  if (taken) page.addEventListener('keydown', (event) => event.preventDefault());
  closeWithEscape(page as unknown as Document, close);
  page.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { key, isComposing }));
  return close.mock.calls.length;
}

it('Esc folds the panel away, and no other key does', () => {
  expect(press('Escape')).toBe(1);
  expect(press('Enter')).toBe(0);
});

it('an open menu, an input method or a part of the panel takes Esc first', () => {
  expect(press('Escape', { menu: true })).toBe(0);
  expect(press('Escape', { isComposing: true })).toBe(0);
  expect(press('Escape', { taken: true })).toBe(0);
});
