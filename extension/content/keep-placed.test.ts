import { beforeEach, expect, it, vi } from 'vitest';
import { keepPlaced } from './keep-placed.ts';

/** As much of an element as being a login window takes. */
class FakeElement {
  readonly children: object[] = [];

  checkVisibility(): boolean {
    return true;
  }

  closest(): null {
    return null;
  }

  append(child: { parentNode?: unknown; isConnected?: boolean }): void {
    this.children.push(child);
    child.parentNode = this;
    child.isConnected = true;
  }
}

let frames: (() => void)[];
let pageChanged: () => void;

beforeEach(() => {
  frames = [];
  vi.stubGlobal('Element', FakeElement);
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(callback: () => void) {
        pageChanged = callback;
      }
      observe() {}
    },
  );
});

function placedIn(form: object) {
  vi.stubGlobal('document', { querySelectorAll: (selector: string) => (selector === '#login' ? [form] : []) });
  const button = { host: { parentNode: null } as unknown as HTMLElement, settleIn: vi.fn() };
  keepPlaced(button, ['#login']);
  return button;
}

it('the button goes into the login window, and is left alone there', () => {
  const form = new FakeElement();
  const { host, settleIn } = placedIn(form);
  expect(form.children).toEqual([host]);
  expect(settleIn).toHaveBeenCalledExactlyOnceWith(form);
  pageChanged();
  expect(frames).toEqual([]);
});

it('a form with fields named as the methods of its element gets its button too, once', () => {
  const field = { name: 'a field, not a method' };
  const clobbered = { append: field, isConnected: field, checkVisibility: field, closest: field };
  const form = Object.assign(new FakeElement(), clobbered);
  const { host } = placedIn(form);
  expect(form.children).toEqual([host]);
  pageChanged();
  expect(frames).toEqual([]);
});
