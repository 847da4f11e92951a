import type { ComponentChildren } from 'preact';
import { t } from './i18n.ts';
import { IconButton } from './icon-button.tsx';
import './screen-head.css';

export interface ScreenHeadProps {
  readonly title: string;
  readonly subtitle?: string;
  /** Absent where there is nowhere to go back to. */
  readonly onBack?: () => void;
  /** At its end: one small act about the whole screen. */
  readonly children?: ComponentChildren;
}

/** Below the bar on every screen but the first. The focus arrives on its title. */
export function ScreenHead({ title, subtitle, onBack, children }: ScreenHeadProps) {
  return (
    <div class={onBack ? 'head' : 'head first'}>
      {onBack && <IconButton icon="left" label={t('action.back')} onClick={onBack} />}
      <div class="grow">
        <h1 id="screen-title" tabIndex={-1}>
          {title}
        </h1>
        {subtitle && <p class="cap">{subtitle}</p>}
      </div>
      {children}
    </div>
  );
}
