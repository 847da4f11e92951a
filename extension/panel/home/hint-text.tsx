import { yuan } from '@certbridge/shared/domain/money.ts';
import type { TextPart } from '@certbridge/shared/text/fill-text.ts';
import { tParts } from '../../ui/i18n.ts';
import type { KeyHint } from '../state/key-hint.ts';

type SpokenHint = Exclude<KeyHint, { kind: 'none' | 'waiting' | 'unreadable' }>;

export function hintParts(hint: SpokenHint): TextPart[] {
  switch (hint.kind) {
    case 'renew-early':
      return tParts('hint.renewEarly', { days: hint.days, from: hint.from });
    case 'renew-open':
      return openParts(hint);
    case 'renew-expired':
      return expiredParts(hint);
    case 'renew-late':
      return tParts('hint.renewLate', { lastDay: hint.lastDay });
    case 'renew-not-offered':
      return tParts('hint.renewNotOffered');
    case 'renew-unknown':
      return tParts('hint.renewUnknown');
    case 'not-yet-valid':
      return tParts('hint.notYetValid', { date: hint.date });
    case 'not-ours':
      return tParts('hint.notOurs');
    case 'locked':
    case 'empty':
    case 'orphan':
      return tParts(`hint.${hint.kind}`);
  }
}

function openParts({ newEnd, price }: Extract<KeyHint, { kind: 'renew-open' }>): TextPart[] {
  return price === undefined
    ? tParts('hint.renewOpenNoPrice', { newEnd })
    : tParts('hint.renewOpen', { newEnd, price: yuan(price) });
}

function expiredParts({ newEnd, lastDay, price }: Extract<KeyHint, { kind: 'renew-expired' }>): TextPart[] {
  return price === undefined
    ? tParts('hint.renewExpiredNoPrice', { newEnd, lastDay })
    : tParts('hint.renewExpired', { newEnd, lastDay, price: yuan(price) });
}
