import { Banner } from '../ui/banner.tsx';
import { Bar } from '../ui/bar.tsx';
import { Footer } from '../ui/footer.tsx';
import { Hotline } from '../ui/hotline.tsx';
import { t } from '../ui/i18n.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { KeyValueStore } from '../ui/key-value-store.ts';
import { Announcements } from '../ui/keys/announcements.tsx';
import { ScreenBody } from '../ui/screen-body.tsx';
import { MoreMenu } from './more-menu.tsx';
import { OrderPlace } from './order/order-places.tsx';
import type { Panel } from './panel-controller.ts';
import { PanelHead } from './panel-head.tsx';
import { QueryPlace } from './query/query-place.tsx';
import { ApplyActs } from './screens/apply-acts.tsx';
import { ScreenContent } from './screens/screen-content.tsx';
import { useFocusOfScreen } from './use-focus-of-screen.ts';

export interface AppProps {
  readonly panel: Panel;
  readonly store: KeyValueStore;
  /** In a page of a portal, which can fold it away. */
  readonly embedded: boolean;
  readonly version: string;
}

export function App({ panel, store, embedded, version }: AppProps) {
  const state = panel.state.value;
  const scroller = useFocusOfScreen(state.screen);
  const channel = state.channel.value;
  return (
    <div class="panel">
      <Bar title={t('app.name')} subtitle={subtitle(panel)} {...(channel ? { subtitleLang: 'zh-CN' } : {})}>
        <MoreMenu panel={panel} store={store} embedded={embedded} version={version} />
        {embedded && <IconButton icon="close" label={t('action.close')} onClick={panel.close} />}
      </Bar>
      {state.host.state === 'reconnecting' && (
        <Banner title={t('banner.reconnecting')}>{t('banner.reconnectingMeans')}</Banner>
      )}
      {state.screen.name === 'order' ? (
        <OrderPlace panel={panel} start={state.screen.start} />
      ) : (
        <>
          {state.screen.name === 'query' ? (
            <QueryPlace panel={panel} aim={state.screen.aim} />
          ) : (
            <ScreenBody
              head={<PanelHead panel={panel} />}
              readingOnly={state.screen.name !== 'home'}
              scroller={scroller}
              foot={<ApplyActs panel={panel} />}
            >
              <ScreenContent panel={panel} version={version} />
            </ScreenBody>
          )}
          <Footer>
            {channel ? (
              <Hotline phone={channel.hotline.phone} hours={channel.hotline.hours} />
            ) : (
              <span>{t('app.version', { version })}</span>
            )}
          </Footer>
        </>
      )}
      <Announcements host={state.host} keys={state.keys} />
    </div>
  );
}

function subtitle(panel: Panel): string {
  const { channel, channelId, context } = panel.state.value;
  if (channel.value) return channel.value.name;
  if (context?.portal) return context.portal.name;
  if (context && channelId === undefined) return t('bar.chooseChannel');
  return channel.error ? '' : t('bar.connecting');
}
