import { App as PanelApp } from '../../panel/app.tsx';
import { createOnlineClient } from '../../panel/online-client/online-client.ts';
import { startPanel } from '../../panel/panel-controller.ts';
import { openingOf } from '../../panel/state/opening.ts';
import { clock } from '../../platform/clock.ts';
import { App as PopupApp } from '../../popup/app.tsx';
import { startPopup } from '../../popup/popup-state.ts';
import { drawPage } from '../draw-page.tsx';
import { memoryStore } from './memory-store.ts';
import { sceneBackground } from './scene-background.ts';
import { sceneFetch } from './scene-fetch.ts';
import type { Scene } from './scenes.ts';

const VERSION = '0.1.0';

export function drawScene(scene: Scene): void {
  const store = memoryStore();
  const background = sceneBackground(scene);
  if (scene.page === 'popup') {
    const popup = startPopup({ background, closeWindow: () => undefined });
    drawPage(<PopupApp popup={popup} store={store} version={VERSION} />);
    return;
  }
  const panel = startPanel({
    background,
    onlineClient: (serviceUrl) => createOnlineClient({ serviceUrl, fetch: sceneFetch(scene) }),
    store,
    clock,
    opening: openingOf(scene.search ?? ''),
  });
  drawPage(<PanelApp panel={panel} store={store} embedded={!scene.ownTab} version={VERSION} />);
}
