import { BUSINESSES, type BusinessName } from '@certbridge/shared/domain/business.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { Fen } from '@certbridge/shared/domain/money.ts';
import { startingPrice } from '@certbridge/shared/domain/starting-price.ts';

type Offer = Channel['offers'][number];

/** The one line under a business's name: the fact that helps most to choose it. */
export type TileFact =
  | { readonly kind: 'on-paper' }
  | { readonly kind: 'from'; readonly price: Fen }
  | { readonly kind: 'renew'; readonly days: number }
  | { readonly kind: 'unlock' | 'change' | 'change-no-materials' | 'reissue' | 'revoke' | 'revoke-free' | 'none' };

export interface Tile {
  readonly business: BusinessName;
  readonly fact: TileFact;
}

/** A channel's businesses in the counter's order; what it does not offer is left out. */
export function tilesOf(channel: Channel): Tile[] {
  return BUSINESSES.flatMap((business) => {
    const offer = channel.offers.find((one) => one.business === business);
    return offer ? [{ business, fact: factOf(channel, offer) }] : [];
  });
}

function factOf(channel: Channel, offer: Offer): TileFact {
  if (offer.onPaper === 'only') return { kind: 'on-paper' };
  const price = startingPrice(channel, offer);
  switch (offer.business) {
    case 'new-unit':
    case 'new-person':
      return price === undefined ? { kind: 'none' } : { kind: 'from', price };
    case 'renew':
      return { kind: 'renew', days: channel.renewal.daysBeforeEnd };
    case 'change':
      return { kind: offer.materials.length === 0 ? 'change-no-materials' : 'change' };
    case 'revoke':
      return { kind: price === 0 ? 'revoke-free' : 'revoke' };
    case 'unlock':
      return { kind: 'unlock' };
    case 'reissue':
      return { kind: 'reissue' };
  }
}
