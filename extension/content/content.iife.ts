import type { BusinessName } from '@certbridge/shared/domain/business.ts';
import { panelAddress } from '../platform/panel-address.ts';
import { answerPage } from './answer-page.ts';
import { createApplyButton } from './apply-button.ts';
import { ask } from './background-port.ts';
import { extensionIsHere } from './extension-is-here.ts';
import { keepPlaced } from './keep-placed.ts';
import { openPageDoor } from './page-door.ts';
import { pageText } from './page-text.ts';
import { createPanelDock } from './panel-dock.ts';
import { readLoginSelectors } from './read-reply.ts';
import { retry } from './retry.ts';
import { watchDialogs } from './watch-dialogs.ts';
import { watchForPanel } from './watch-for-panel.ts';

const text = pageText(document.documentElement.lang, navigator.language);
let watching: AbortController | undefined;
let back: { focus(): void } | undefined;

const dock = createPanelDock({
  title: text.panel,
  onOpen() {
    button.setExpanded(true);
    watching?.abort();
    watching = new AbortController();
    void watchForPanel({ stop: watching.signal, onClose: () => dock.close(), onGone: isHereOrLeave });
  },
  onClose() {
    button.setExpanded(false);
    watching?.abort();
    back?.focus();
  },
});
const button = createApplyButton(text, () => openPanel(undefined, button));

/** Updated or removed under this page, the extension works here no more: its open panel goes, and the button says so. */
function isHereOrLeave(): boolean {
  if (extensionIsHere()) return true;
  dock.close();
  button.askForReload();
  return false;
}

function openPanel(business: BusinessName | undefined, opener: { focus(): void } | undefined): void {
  if (!isHereOrLeave()) return;
  if (!dock.isOpen) back = opener;
  dock.open(chrome.runtime.getURL(panelAddress({ business })));
}

function focused(): { focus(): void } {
  return document.activeElement instanceof HTMLElement ? document.activeElement : button;
}

/** A prerendered page has no user in front of it, and the background answers none such. */
function shown(): Promise<unknown> {
  if (!(document as { prerendering?: boolean }).prerendering) return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
}

const described = shown().then(() => retry(() => ask('portal.describe', { waitMs: 3_000 }), 5));
openPageDoor(
  answerPage({
    extensionVersion: chrome.runtime.getManifest().version,
    described,
    extensionIsHere: isHereOrLeave,
    status: () => ask('page.status', { waitMs: 9_000 }),
    openPanel: (business) => openPanel(business, focused()),
    closePanel: () => dock.close(),
  }),
);
void described.then((portal) => {
  const selectors = portal.ok && readLoginSelectors(portal.value);
  if (!selectors) return;
  const place = keepPlaced(button, selectors);
  watchDialogs(() => {
    place.lookAgain();
    dock.rise();
  });
});
