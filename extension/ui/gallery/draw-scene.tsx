import { effect } from '@preact/signals';
import { App as PanelApp } from '../../panel/app.tsx';
import { createOnlineClient } from '../../panel/online-client/online-client.ts';
import type { Panel } from '../../panel/panel-controller.ts';
import { startPanel } from '../../panel/panel-controller.ts';
import { openingOf } from '../../panel/state/opening.ts';
import { clock } from '../../platform/clock.ts';
import { App as PopupApp } from '../../popup/app.tsx';
import { startPopup } from '../../popup/popup-state.ts';
import { type FakeCounter, fakeCounter } from '../../testing/fake-counter/fake-counter.ts';
import { fakeFetch } from '../../testing/fake-counter/fake-fetch.ts';
import { drawPage } from '../draw-page.tsx';
import { memoryDrafts } from './memory-drafts.ts';
import { memoryStore } from './memory-store.ts';
import { SAMPLE_CHANNEL } from './sample-channel.ts';
import { sceneBackground } from './scene-background.ts';
import { sceneFetch } from './scene-fetch.ts';
import { type OrderScene, sceneOrder } from './scene-order.ts';
import { openQueryScene } from './scene-query.ts';
import type { Scene } from './scenes.ts';

const VERSION = '0.1.0';

export function drawScene(scene: Scene): void {
  const store = memoryStore();
  const background = sceneBackground(scene);
  const counter = fakeCounter(SAMPLE_CHANNEL, () => new Date());
  const service = scene.order || scene.query ? fakeFetch(counter.answer) : sceneFetch(scene);
  if (scene.page === 'popup') {
    const popup = startPopup({ background, closeWindow: () => undefined });
    drawPage(<PopupApp popup={popup} store={store} version={VERSION} />);
    return;
  }
  const panel = startPanel({
    background,
    onlineClient: (operations, serviceUrl) => createOnlineClient(operations, { serviceUrl, fetch: service }),
    store,
    clock,
    opening: openingOf(scene.search ?? ''),
    drafts: async () => memoryDrafts(),
  });
  if (scene.order) void openOrder(panel, counter, scene.order).then(isDrawn);
  if (scene.query) void openQueryScene(panel, counter, scene.query).then(isDrawn);
  drawPage(<PanelApp panel={panel} store={store} embedded={!scene.ownTab} version={VERSION} />);
}

/** As soon as the panel has its channel, as a person would. */
async function openOrder(panel: Panel, counter: FakeCounter, order: OrderScene): Promise<void> {
  const start = await sceneOrder(counter, order);
  await new Promise<void>((resolve) => {
    const stop = effect(() => {
      if (!panel.state.value.channel.value) return;
      queueMicrotask(() => {
        stop();
        panel.go({ name: 'order', start });
        resolve();
      });
    });
  });
}

/** For whoever waits until a scene stands still. */
function isDrawn(): void {
  document.documentElement.dataset['drawn'] = 'yes';
}
