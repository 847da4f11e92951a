import type { PinStatus } from '@certbridge/shared/domain/key.ts';
import { t } from '../../ui/i18n.ts';
import { Icon } from '../../ui/icon.tsx';

/** How many tries are left, where fewer are left than there were; where all is well nothing is said. */
export function PinNote({ pin, phone }: { readonly pin: PinStatus; readonly phone: string | undefined }) {
  const text = pinText(pin, phone);
  return text ? (
    <p class="pin">
      <Icon name="alert" small />
      <span>{text}</span>
    </p>
  ) : null;
}

function pinText({ state, triesLeft }: PinStatus, phone: string | undefined): string | undefined {
  switch (state) {
    case 'last-try':
      return t('hint.lastTry');
    case 'tries-used':
      return triesLeft === undefined ? t('hint.triesUsed') : t('hint.triesLeft', { tries: triesLeft });
    case 'not-set':
      return phone ? t('hint.pinNotSet', { phone }) : t('hint.pinNotSetNoPhone');
    case 'ok':
    case 'locked':
    case 'unknown':
      return undefined;
  }
}
