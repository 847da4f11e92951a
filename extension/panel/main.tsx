import '../platform/zod-jitless.ts';
import { connectBackground } from '../platform/background-client.ts';
import { browser } from '../platform/browser.ts';
import { clock } from '../platform/clock.ts';
import { openPort } from '../platform/open-port.ts';
import { drawPage } from '../ui/draw-page.tsx';
import { followLanguage } from '../ui/i18n.ts';
import { extensionStore } from '../ui/key-value-store.ts';
import { followTime } from '../ui/now.ts';
import { App } from './app.tsx';
import { closeWithEscape } from './close-with-escape.ts';
import { createOnlineClient } from './online-client/online-client.ts';
import { startPanel } from './panel-controller.ts';
import { openingOf } from './state/opening.ts';

const store = extensionStore();
const panel = startPanel({
  background: connectBackground({ connect: openPort }),
  onlineClient: (operations, serviceUrl) => createOnlineClient(operations, { serviceUrl }),
  store,
  clock,
  opening: openingOf(location.search),
  drafts: async () => (await import('./order/draft/browser-drafts.ts')).browserDrafts(),
});
addEventListener('online', panel.retryService);
followTime();
const embedded = window.parent !== window;
if (embedded) closeWithEscape(document, panel.close);

const { version } = browser.runtime.getManifest();
void followLanguage(store, browser.i18n.getUILanguage()).finally(() =>
  drawPage(<App panel={panel} store={store} embedded={embedded} version={version} />),
);
