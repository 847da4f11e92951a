import { t } from '../i18n.ts';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon-shapes.ts';
import { ringArc } from '../keys/ring-arc.ts';
import { Spinner } from '../spinner.tsx';
import { KeyRosette } from './key-print.tsx';
import './key-ring.css';

export type RingContent =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'days-ago'; readonly days: number }
  | { readonly kind: 'icon'; readonly icon: IconName }
  | { readonly kind: 'working' };

export function KeyRing({ content, small }: { readonly content: RingContent; readonly small: boolean }) {
  return (
    <div class={small ? 'ring sm' : 'ring'}>
      <KeyRosette />
      <svg class="arc" viewBox="0 0 76 76" aria-hidden="true">
        <circle class="tr" cx="38" cy="38" r="34" {...(content.kind === 'icon' ? { 'stroke-dasharray': '3 5' } : {})} />
        {content.kind === 'days' && content.days > 0 && <Arc days={content.days} />}
      </svg>
      <Middle content={content} />
    </div>
  );
}

function Arc({ days }: { readonly days: number }) {
  const dashes = `${ringArc(days).toFixed(1)} 100`;
  return (
    <circle
      class="ar"
      cx="38"
      cy="38"
      r="34"
      pathLength="100"
      stroke-dasharray={dashes}
      transform="rotate(-90 38 38)"
    />
  );
}

function Middle({ content }: { readonly content: RingContent }) {
  switch (content.kind) {
    case 'icon':
      return <Icon name={content.icon} />;
    case 'working':
      return <Spinner large />;
    case 'days':
      return <Count before={t('ring.left')} days={content.days} unit={t('ring.days')} />;
    case 'days-ago':
      return <Count before={t('ring.expired')} days={content.days} unit={t('ring.ago')} />;
  }
}

function Count(props: { readonly before: string; readonly days: number; readonly unit: string }) {
  return (
    <>
      <span class="sr">{props.before} </span>
      <b class={props.days > 999 ? 'long' : ''}>{props.days}</b>
      <small>{props.unit}</small>
    </>
  );
}
