import type { Channel } from '@certbridge/shared/domain/channel.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorLines } from '../../ui/environment/error-lines.tsx';
import { troubleError } from '../../ui/environment/trouble-error.ts';
import { errorMessage, t } from '../../ui/i18n.ts';
import { Keyless } from '../../ui/keys/keyless.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Panel } from '../panel-controller.ts';
import type { HomeView, KeysView } from '../state/home-view.ts';
import { KeyBox } from './key-box.tsx';
import './keys-area.css';

export interface KeysAreaProps {
  readonly view: HomeView;
  readonly channel: Channel | undefined;
  readonly panel: Panel;
}

export function KeysArea({ view, channel, panel }: KeysAreaProps) {
  return (
    <section class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title" class="sr">
        {t('home.keys')}
      </h2>
      <Keys keys={view.keys} channel={channel} panel={panel} />
      {view.troubles.map((trouble) => (
        <Notice key={trouble.module.id} tone="warn" title={errorMessage(troubleError(trouble)).what} announced>
          <ErrorLines error={troubleError(trouble)} />
        </Notice>
      ))}
    </section>
  );
}

interface KeysProps extends Omit<KeysAreaProps, 'view'> {
  readonly keys: KeysView;
}

function Keys({ keys, channel, panel }: KeysProps) {
  if (keys.kind === 'cards') return <KeyBoxes keys={keys} channel={channel} panel={panel} />;
  const check = (
    <Button id="check-environment" onClick={() => panel.go({ name: 'environment' })}>
      {t('action.notNoticed')}
    </Button>
  );
  return <Keyless standing={keys} onRetryHost={panel.retryHost} whenNone={check} />;
}

function KeyBoxes({ keys, channel, panel }: KeysProps & { readonly keys: Extract<KeysView, { kind: 'cards' }> }) {
  const offered = channel?.offers.map((offer) => offer.business) ?? [];
  return (
    <>
      {keys.boxes.map((box, index) => (
        <KeyBox
          key={box.summary.keyId}
          box={box}
          id={`key-${index}`}
          phone={channel?.hotline.phone}
          offered={offered}
          onFacts={(business) => panel.go({ name: 'facts', business })}
          onReadAgain={() => panel.readAgain(box.summary.keyId)}
        />
      ))}
    </>
  );
}
