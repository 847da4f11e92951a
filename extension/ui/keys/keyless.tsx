import type { ComponentChildren } from 'preact';
import { Button } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import { codeLine } from '../environment/error-lines.tsx';
import { errorMessage, t } from '../i18n.ts';
import { KeyPlaceholder } from '../key-card/key-placeholder.tsx';
import type { KeylessStanding } from './keys-standing.ts';

export interface KeylessProps {
  readonly standing: KeylessStanding;
  readonly onRetryHost: () => void;
  /** What can be done when no key is plugged in. */
  readonly whenNone?: ComponentChildren;
}

/** In the place of the keys: why none is shown, and what to do. */
export function Keyless({ standing, onRetryHost, whenNone }: KeylessProps) {
  switch (standing.kind) {
    case 'connecting':
      return <KeyPlaceholder>{t('key.connecting')}</KeyPlaceholder>;
    case 'looking':
      return <KeyPlaceholder>{t('key.lookingForKeys')}</KeyPlaceholder>;
    case 'host-away':
      return (
        <EmptyState drawing="host-away" title={t('empty.reconnectingTitle')}>
          {t('empty.reconnectingText')}
        </EmptyState>
      );
    case 'none':
      return (
        <EmptyState drawing="plug-in" title={t('empty.insertTitle')} act={whenNone}>
          {t('empty.insertText')}
        </EmptyState>
      );
    case 'unavailable':
    case 'no-drivers': {
      const { what, means, next } = errorMessage(standing.error);
      const retry = standing.kind === 'unavailable' && <Button onClick={onRetryHost}>{t('action.retry')}</Button>;
      return (
        <EmptyState drawing="host-missing" title={what} act={retry} small={codeLine(standing.error)}>
          {means}
          <br />
          {next}
        </EmptyState>
      );
    }
  }
}
