import { Bar } from '../ui/bar.tsx';
import { EnvironmentList } from '../ui/environment/environment-list.tsx';
import { Footer } from '../ui/footer.tsx';
import { t } from '../ui/i18n.ts';
import type { KeyValueStore } from '../ui/key-value-store.ts';
import { Announcements } from '../ui/keys/announcements.tsx';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { Menu } from '../ui/menu.tsx';
import { now } from '../ui/now.ts';
import { ScreenBody } from '../ui/screen-body.tsx';
import { ScreenHead } from '../ui/screen-head.tsx';
import { hostLine } from './host-line.ts';
import { KeysScreen } from './keys-screen.tsx';
import './popup.css';
import type { Popup } from './popup-state.ts';
import { popupView } from './popup-view.ts';
import { useFocusOfPopup } from './use-focus-of-popup.ts';

export interface AppProps {
  readonly popup: Popup;
  readonly store: KeyValueStore;
  readonly version: string;
}

export function App({ popup, store, version }: AppProps) {
  const host = popup.host.value;
  const keys = popup.keys.value;
  const screen = popup.screen.value;
  useFocusOfPopup(screen);
  const view = popupView(host, keys, now.value);
  return (
    <div class="panel popup">
      <Bar title={t('app.name')} subtitle={keysLine(view.kind === 'keys' ? view.keys.length : 0, host.state)}>
        <Menu id="settings" icon="globe" label={t('action.language')}>
          <div class="menu-part">
            <LanguageChoice store={store} />
          </div>
          <p class="menu-part cap">{t('app.version', { version })}</p>
        </Menu>
      </Bar>
      {screen === 'environment' ? (
        <ScreenBody head={<ScreenHead title={t('bar.environment')} onBack={() => popup.go('keys')} />} readingOnly>
          <EnvironmentList environment={{ version, host, keys }} onRetryHost={popup.retryHost} />
        </ScreenBody>
      ) : (
        <ScreenBody head={<h1 class="sr">{t('app.name')}</h1>} readingOnly={false}>
          <KeysScreen view={view} troubles={keys.troubles} popup={popup} />
        </ScreenBody>
      )}
      <Footer>
        <span>{hostLine(host)}</span>
      </Footer>
      <Announcements host={host} keys={keys} />
    </div>
  );
}

function keysLine(count: number, state: string): string {
  if (count > 0) return t('bar.keysPlugged', { count });
  return state === 'connected' ? t('bar.noKey') : '';
}
