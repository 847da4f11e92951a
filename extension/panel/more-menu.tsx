import { t } from '../ui/i18n.ts';
import type { KeyValueStore } from '../ui/key-value-store.ts';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { Menu } from '../ui/menu.tsx';
import { MenuItem } from '../ui/menu-item.tsx';
import type { Panel } from './panel-controller.ts';

const MENU = 'more';

export interface MoreMenuProps {
  readonly panel: Panel;
  readonly store: KeyValueStore;
  readonly embedded: boolean;
  readonly version: string;
}

export function MoreMenu({ panel, store, embedded, version }: MoreMenuProps) {
  return (
    <Menu id={MENU} icon="more" label={t('action.more')}>
      {embedded ? (
        <MenuItem menu={MENU} icon="win" onClick={panel.openTab}>
          {t('action.openTab')}
        </MenuItem>
      ) : (
        <MenuItem menu={MENU} icon="swap" onClick={() => panel.go({ name: 'channels' })}>
          {t('action.changeChannel')}
        </MenuItem>
      )}
      <MenuItem menu={MENU} icon="pulse" onClick={() => panel.go({ name: 'environment' })}>
        {t('action.checkEnvironment')}
      </MenuItem>
      <div class="menu-part">
        <LanguageChoice store={store} />
      </div>
      <p class="menu-part cap">{t('app.version', { version })}</p>
    </Menu>
  );
}
