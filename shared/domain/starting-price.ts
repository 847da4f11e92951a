import type { Channel } from './channel.ts';
import type { Fen } from './money.ts';

type Offer = Channel['offers'][number];
type Product = Channel['products'][number];

/** The products that a business is about: a new certificate's holder is in its name, a renewal needs a key. */
export function productsOf(channel: Channel, offer: Offer): Product[] {
  switch (offer.business) {
    case 'new-unit':
      return channel.products.filter((product) => product.holder === 'unit');
    case 'new-person':
      return channel.products.filter((product) => product.holder === 'person');
    case 'renew':
      return channel.products;
    default:
      return [];
  }
}

/** The least that a new certificate can cost: its shortest time, the key unless one may be kept, the seal unless it may be left out. */
export function leastPrice(product: Product): Fen {
  const years = Math.min(...product.years);
  const key = product.carrier === 'key' && !product.keyOptional ? product.price.key : 0;
  const sealFree = product.seals.length === 0 || product.seals.includes('none');
  return years * product.price.certificatePerYear + key + (sealFree ? 0 : product.price.seal);
}

/** Where the price of a business begins, in fen; undefined where only the order can tell. */
export function startingPrice(channel: Channel, offer: Offer): Fen | undefined {
  if (offer.fixedPrice !== undefined) return offer.fixedPrice;
  const products = productsOf(channel, offer);
  if (products.length === 0) return undefined;
  const one = offer.business === 'renew' ? (product: Product) => product.price.certificatePerYear : leastPrice;
  return Math.min(...products.map(one));
}

/** One year more for the certificate on a key. */
export function renewalPrice(channel: Channel, holder: Product['holder']): Fen | undefined {
  const offer = channel.offers.find(({ business }) => business === 'renew');
  if (offer?.fixedPrice !== undefined) return offer.fixedPrice;
  const prices = channel.products
    .filter((product) => product.holder === holder && product.carrier === 'key')
    .map((product) => product.price.certificatePerYear);
  return prices.length > 0 ? Math.min(...prices) : undefined;
}
