import { shadowHost } from './shadow-host.ts';

export interface PanelDock {
  readonly isOpen: boolean;
  open(address: string): void;
  /** Comes before a dialog of the page that was opened meanwhile. */
  rise(): void;
  close(): void;
}

export interface PanelDockOptions {
  readonly title: string;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

const MOTION: KeyframeAnimationOptions = { duration: 320, easing: 'cubic-bezier(.2,0,0,1)', fill: 'both' };
const OUTSIDE = { transform: 'translateX(105%)' };
const INSIDE = { transform: 'none' };

const STYLE = `
dialog{all:unset;position:fixed;inset-block:0;inset-inline-end:0;z-index:2147483647;display:block;box-sizing:border-box;inline-size:clamp(360px,32.8vw,480px);block-size:100%;overflow:hidden;background:var(--cb-bg);box-shadow:var(--cb-shadow-3)}
dialog::backdrop{background:none}
iframe{all:unset;display:block;inline-size:100%;block-size:100%;border:0}
@media (width < 600px){dialog{inline-size:100%}}
`;

/** The panel's frame at the right edge of the page. Its content is the extension's own page: the site can't read it. */
export function createPanelDock(options: PanelDockOptions): PanelDock {
  let host: HTMLElement | undefined;
  let dialog: HTMLDialogElement | undefined;
  let frame: HTMLIFrameElement | undefined;

  function build(address: string): void {
    const shadow = shadowHost('display:contents;', STYLE);
    frame = document.createElement('iframe');
    frame.title = options.title;
    frame.src = address;
    frame.addEventListener('load', () => frame && moveFocusInto(frame), { once: true });
    dialog = document.createElement('dialog');
    dialog.className = 'cb';
    dialog.setAttribute('aria-label', options.title);
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      close();
    });
    dialog.append(frame);
    shadow.root.append(dialog);
    host = shadow.host;
    undoZoom(dialog);
    // Beside the body, not in it: a page that draws its body anew must not take the panel away.
    document.documentElement.append(host);
    show(dialog);
    dialog.animate([OUTSIDE, INSIDE], motion());
  }

  function close(): void {
    const [leaving, panel] = [host, dialog];
    if (!leaving || !panel) return;
    host = dialog = frame = undefined;
    panel.inert = true;
    // A modal dialog keeps the rest of the page inert, and the focus could not go back to where it came from.
    if (panel.open) panel.close();
    const gone = panel.animate([INSIDE, OUTSIDE], motion());
    const remove = () => leaving.remove();
    gone.finished.then(remove, remove);
    // A page in the background draws nothing, so its animations never end.
    setTimeout(remove, 1_000);
    options.onClose();
  }

  return {
    get isOpen() {
      return host?.isConnected === true;
    },
    open(address) {
      if (host?.isConnected) {
        if (frame && frame.src !== address) frame.src = address;
        if (frame) moveFocusInto(frame);
        return;
      }
      build(address);
      options.onOpen();
    },
    rise() {
      if (!dialog?.isConnected || dialog.open || !pageIsModal()) return;
      dialog.hidePopover();
      show(dialog);
    },
    close,
  };
}

function pageIsModal(): boolean {
  return document.querySelector('dialog:modal') !== null;
}

/**
 * In the top layer nothing of the page can cover the panel. Beside a modal dialog of the page everything else is inert,
 * so there the panel has to be modal too.
 */
function show(dialog: HTMLDialogElement): void {
  if (pageIsModal()) {
    dialog.showModal();
    return;
  }
  dialog.popover = 'manual';
  dialog.showPopover();
}

/** The element alone takes the focus without its document noticing, when that is in another process. */
function moveFocusInto(frame: HTMLIFrameElement): void {
  frame.focus();
  frame.contentWindow?.focus();
}

/** The zoom that a page's style gives to its root is not ours; the one that a person chose in the browser stays. */
function undoZoom(dialog: HTMLElement): void {
  const { currentCSSZoom = 1 } = document.documentElement as { currentCSSZoom?: number };
  if (currentCSSZoom !== 1) dialog.style.zoom = String(1 / currentCSSZoom);
}

function motion(): KeyframeAnimationOptions {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? { ...MOTION, duration: 0 } : MOTION;
}
