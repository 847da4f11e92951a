import '../platform/zod-jitless.ts';
import { connectBackground } from '../platform/background-client.ts';
import { browser } from '../platform/browser.ts';
import { openPort } from '../platform/open-port.ts';
import { drawPage } from '../ui/draw-page.tsx';
import { followLanguage } from '../ui/i18n.ts';
import { extensionStore } from '../ui/key-value-store.ts';
import { App } from './app.tsx';
import { startPopup } from './popup-state.ts';

const store = extensionStore();
const popup = startPopup({ background: connectBackground({ connect: openPort }), closeWindow: () => window.close() });
const { version } = browser.runtime.getManifest();
void followLanguage(store, browser.i18n.getUILanguage()).finally(() =>
  drawPage(<App popup={popup} store={store} version={version} />),
);
