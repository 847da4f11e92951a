import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';
import './notice.css';

export type NoticeTone = 'info' | 'ok' | 'warn' | 'bad' | 'plain';

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly children?: ComponentChildren;
  /** Said aloud when it appears: for trouble that comes by itself. */
  readonly announced?: boolean;
}

const TONE_ICON: { readonly [Tone in NoticeTone]: IconName } = {
  info: 'info',
  ok: 'okc',
  warn: 'alert',
  bad: 'stop',
  plain: 'info',
};

/** In the flow, near its cause; at most two to a screen. */
export function Notice({ tone, title, children, announced = false }: NoticeProps) {
  return (
    <div class={`note ${tone}`} {...(announced ? { role: 'status' } : {})}>
      <Icon name={TONE_ICON[tone]} />
      <div class="grow">
        <b>{title}</b>
        {children}
      </div>
    </div>
  );
}
