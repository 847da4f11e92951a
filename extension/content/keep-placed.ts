import { findLoginWindow } from './login-window.ts';

/** A page that draws itself all the time is looked through at most this often. */
const LOOK_EVERY_MS = 100;

export interface Placed {
  readonly host: HTMLElement;
  settleIn(home: Element): void;
}

/**
 * Keeps our one element in the login window, however late it is drawn and however often it is drawn anew. While it
 * stands where it belongs, a change of the page costs two comparisons a frame.
 */
export function keepPlaced(button: Placed, selectors: readonly string[]): { lookAgain(): void } {
  const { host } = button;
  let home: Element | undefined;
  let sure = false;
  let lastLook = Number.NEGATIVE_INFINITY;
  let scheduled = false;

  // Asked of our own element: a form hands out its fields under the names of its properties, `isConnected` included.
  const inPlace = () => home !== undefined && host.isConnected && host.parentNode === home;
  const settled = () => inPlace() && sure;

  function look(): void {
    scheduled = false;
    if (settled()) return;
    const now = performance.now();
    if (now - lastLook < LOOK_EVERY_MS) {
      schedule();
      return;
    }
    lastLook = now;
    const found = findLoginWindow(selectors);
    if (found === undefined || (inPlace() && found.element === home)) return;
    home = found.element;
    sure = found.sure;
    Element.prototype.append.call(home, host);
    button.settleIn(home);
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(look);
  }

  look();
  new MutationObserver(() => {
    if (!settled()) schedule();
  }).observe(document, { childList: true, subtree: true });
  return {
    lookAgain() {
      sure = false;
      schedule();
    },
  };
}
