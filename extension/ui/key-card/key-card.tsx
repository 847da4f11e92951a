import { t } from '../i18n.ts';
import { Icon } from '../icon.tsx';
import type { KeyFace } from '../keys/key-face.ts';
import { FACE_LOOKS, type FaceLook } from './face-look.ts';
import './key-card.css';
import { KeyWaves } from './key-print.tsx';
import { KeyRing, type RingContent } from './key-ring.tsx';

export interface KeyCardProps {
  readonly face: KeyFace;
  readonly id?: string;
  /** As in the popup, where two must fit. */
  readonly small?: boolean;
}

/** A certificate's security printing, the one dark surface; what can be done stands below it, never on it. */
export function KeyCard({ face, id, small = false }: KeyCardProps) {
  const look = FACE_LOOKS[face.state];
  return (
    <div class={['key', look.tone, small ? 'sm' : ''].filter(Boolean).join(' ')} data-state={face.state}>
      <KeyWaves />
      <div class="grow">
        <span class="st">
          <Icon name={look.icon} />
          {t(look.status)}
        </span>
        <h3 id={id} title={face.title}>
          {face.title}
        </h3>
        <div class="meta">
          <p>{metaLine(face)}</p>
          <p>{dateLine(face)}</p>
        </div>
      </div>
      <KeyRing content={ringContent(look, face)} small={small} />
    </div>
  );
}

const KIND_TEXTS = { unit: 'key.kindUnit', person: 'key.kindPerson', other: 'key.kindOther' } as const;

function metaLine({ kind, tail }: KeyFace): string {
  return kind ? t('key.meta', { kind: t(KIND_TEXTS[kind]), tail }) : t('key.tail', { tail });
}

/** A line is kept even when there is no date yet, so that the card does not grow when it comes. */
function dateLine({ state, validFrom, validUntil }: KeyFace): string {
  if (state === 'notYetValid' && validFrom) return t('key.validFrom', { date: validFrom });
  return validUntil ? t('key.validUntil', { date: validUntil }) : '\u00a0';
}

function ringContent({ ring }: FaceLook, { daysLeft = 0 }: KeyFace): RingContent {
  switch (ring) {
    case 'days':
      return { kind: 'days', days: daysLeft };
    case 'days-ago':
      return { kind: 'days-ago', days: Math.max(0, -daysLeft) };
    case 'working':
      return { kind: 'working' };
    default:
      return { kind: 'icon', icon: ring };
  }
}
