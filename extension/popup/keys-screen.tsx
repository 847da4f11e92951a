import type { ModuleTrouble } from '@certbridge/shared/contract/key-events.ts';
import { troubleError } from '../ui/environment/trouble-error.ts';
import { errorMessage, t } from '../ui/i18n.ts';
import { Keyless } from '../ui/keys/keyless.tsx';
import { isNoDrivers } from '../ui/keys/no-drivers.ts';
import { ListRows } from '../ui/list-rows.tsx';
import { Notice } from '../ui/notice.tsx';
import { PopupKeyCard } from './popup-key-card.tsx';
import type { Popup } from './popup-state.ts';
import type { PopupView } from './popup-view.ts';

export interface KeysScreenProps {
  readonly view: PopupView;
  readonly troubles: readonly ModuleTrouble[];
  readonly popup: Popup;
}

export function KeysScreen({ view, troubles, popup }: KeysScreenProps) {
  const rows = [
    { id: 'panel', icon: 'win', title: t('popup.openPanel'), text: t('popup.openPanelText') },
    { id: 'environment', icon: 'pulse', title: t('popup.check'), text: t('popup.checkText') },
  ] as const;
  const choose = (id: string) => (id === 'panel' ? popup.openPanel() : popup.go('environment'));
  return (
    <>
      <h2 class="sr">{t('home.keys')}</h2>
      <Keys view={view} popup={popup} />
      {view.kind !== 'unavailable' && <Troubles troubles={troubles.filter((one) => !isNoDrivers(one))} />}
      <ListRows rows={rows} onChoose={choose} />
    </>
  );
}

function Keys({ view, popup }: { readonly view: PopupView; readonly popup: Popup }) {
  if (view.kind !== 'keys') return <Keyless standing={view} onRetryHost={popup.retryHost} />;
  return (
    <>
      {view.keys.map(({ keyId, face }, index) => (
        <PopupKeyCard key={keyId} face={face} label={t('key.number', { number: index + 1 })} />
      ))}
    </>
  );
}

/** In one line each; the whole of it is under 检查运行环境. */
function Troubles({ troubles }: { readonly troubles: readonly ModuleTrouble[] }) {
  return (
    <>
      {troubles.slice(0, 2).map((trouble) => (
        <Notice key={trouble.module.id} tone="warn" title={errorMessage(troubleError(trouble)).what} announced>
          {errorMessage(troubleError(trouble)).next}
        </Notice>
      ))}
    </>
  );
}
