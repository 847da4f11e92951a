import type { PublicError } from '@certbridge/shared/contract/result.ts';
import type { CertificateSummary } from '@certbridge/shared/domain/certificate.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { Fen } from '@certbridge/shared/domain/money.ts';
import { renewalWindow } from '@certbridge/shared/domain/renewal-window.ts';
import { renewalPrice } from '@certbridge/shared/domain/starting-price.ts';
import { type KeyFace, mainCertificate } from '../../ui/keys/key-face.ts';
import type { PluggedKey } from '../../ui/keys/keys-state.ts';
import type { Loaded } from './panel-state.ts';

/** What stands under a key card: what this means for its owner, and what can be done. */
export type KeyHint =
  | { readonly kind: 'none' }
  /** The channel is on its way; a line is kept free. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'renew-unknown' }
  | { readonly kind: 'renew-not-offered' }
  | { readonly kind: 'renew-early'; readonly days: number; readonly from: string }
  | { readonly kind: 'renew-open'; readonly newEnd: string; readonly price: Fen | undefined }
  | {
      readonly kind: 'renew-expired';
      readonly newEnd: string;
      readonly lastDay: string;
      readonly price: Fen | undefined;
    }
  | { readonly kind: 'renew-late'; readonly lastDay: string }
  | { readonly kind: 'locked' | 'not-ours' | 'empty' | 'orphan' }
  | { readonly kind: 'not-yet-valid'; readonly date: string }
  | { readonly kind: 'unreadable'; readonly error: PublicError };

export interface HintCircumstances {
  readonly face: KeyFace;
  readonly channel: Loaded<Channel>;
  readonly now: Date;
}

export function keyHint(key: PluggedKey, { face, channel, now }: HintCircumstances): KeyHint {
  switch (face.state) {
    case 'working':
      return { kind: 'waiting' };
    case 'locked':
      return { kind: 'locked' };
    case 'notOurs':
      return { kind: 'not-ours' };
    case 'empty':
      return { kind: 'empty' };
    case 'orphan':
      return { kind: 'orphan' };
    case 'notYetValid':
      return { kind: 'not-yet-valid', date: face.validFrom ?? '' };
    case 'unreadable':
      return key.error ? { kind: 'unreadable', error: key.error } : { kind: 'none' };
    case 'valid':
    case 'due':
    case 'expired':
      return renewalHint(mainCertificate(key.certificates ?? []), { channel, now });
  }
}

function renewalHint(
  certificate: CertificateSummary | undefined,
  { channel, now }: Omit<HintCircumstances, 'face'>,
): KeyHint {
  if (!certificate || certificate.kind === 'other') return { kind: 'none' };
  if (!channel.value) return { kind: channel.error ? 'renew-unknown' : 'waiting' };
  const price = renewalPrice(channel.value, certificate.kind);
  const offered = channel.value.offers.some((offer) => offer.business === 'renew');
  if (!offered || !renewsOnKeys(channel.value)) return { kind: 'renew-not-offered' };
  const window = renewalWindow(new Date(certificate.validUntil), channel.value.renewal, now);
  switch (window.state) {
    case 'too-early':
      return { kind: 'renew-early', days: window.daysLeft, from: window.from };
    case 'too-late':
      return { kind: 'renew-late', lastDay: window.lastDay };
    case 'open':
      return window.expired
        ? { kind: 'renew-expired', newEnd: window.newEnd, lastDay: window.lastDay, price }
        : { kind: 'renew-open', newEnd: window.newEnd, price };
  }
}

/** A channel of hosted certificates alone writes to no key. */
function renewsOnKeys(channel: Channel): boolean {
  return channel.products.some((product) => product.carrier === 'key');
}
