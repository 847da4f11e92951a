import type { BusinessName } from '@certbridge/shared/domain/business.ts';
import type { Channel } from '@certbridge/shared/domain/channel.ts';
import type { Fen } from '@certbridge/shared/domain/money.ts';
import { leastPrice, productsOf } from '@certbridge/shared/domain/starting-price.ts';

type Offer = Channel['offers'][number];
type Product = Channel['products'][number];
export type MaterialName = Offer['materials'][number];
export type PaymentWay = Offer['paymentWays'][number];
export type VerificationWay = Channel['unitVerifications'][number] | Channel['personVerifications'][number];

/** Who is verified, and in which ways, of which one is chosen. */
export interface VerificationFact {
  readonly who: 'unit' | 'applicant' | 'operator' | 'seal-administrator';
  readonly ways: readonly VerificationWay[];
}

export type PriceFacts =
  | { readonly kind: 'fixed'; readonly amount: Fen }
  | { readonly kind: 'products'; readonly products: readonly ProductPrice[] }
  | { readonly kind: 'renewal'; readonly products: readonly { readonly name: string; readonly perYear: Fen }[] }
  | { readonly kind: 'by-order' };

export interface ProductPrice {
  readonly id: string;
  readonly name: string;
  readonly certificatePerYear: Fen;
  /** Undefined: a hosted certificate comes without a key. */
  readonly key: { readonly amount: Fen; readonly optional: boolean } | undefined;
  readonly seal: { readonly amount: Fen; readonly optional: boolean } | undefined;
  readonly years: number;
  readonly least: Fen;
}

/** What a person should know before beginning: everything from the channel, nothing of our own. */
export interface BusinessFacts {
  readonly business: BusinessName;
  readonly onPaper: Offer['onPaper'];
  readonly renewal: Channel['renewal'];
  readonly needsKey: boolean;
  readonly price: PriceFacts;
  readonly materials: readonly MaterialFact[];
  readonly materialLimitBytes: number;
  readonly review: Offer['reviewWorkingDays'];
  readonly posting: Channel['posting'] | undefined;
  readonly paymentWays: readonly PaymentWay[];
  readonly verifications: readonly VerificationFact[];
}

export interface MaterialFact {
  readonly material: MaterialName;
  /** Names of the products that ask for it; empty when all do. */
  readonly onlyFor: readonly string[];
}

export function businessFacts(channel: Channel, business: BusinessName): BusinessFacts | undefined {
  const offer = channel.offers.find((one) => one.business === business);
  if (!offer) return undefined;
  return {
    business,
    onPaper: offer.onPaper,
    renewal: channel.renewal,
    needsKey: WORKS_ON_KEY.includes(business) && hasKeys(channel),
    price: priceFacts(channel, offer),
    materials: materialFacts(channel, offer),
    materialLimitBytes: channel.materialLimitBytes,
    review: offer.reviewWorkingDays,
    posting:
      ENDS_IN_POST.includes(business) && hasKeys(channel) && channel.posting.posted ? channel.posting : undefined,
    paymentWays: offer.paymentWays,
    verifications: offer.onPaper === 'only' ? [] : verifications(channel, business),
  };
}

const WORKS_ON_KEY: readonly BusinessName[] = ['renew', 'unlock', 'change'];
const ENDS_IN_POST: readonly BusinessName[] = ['new-unit', 'new-person', 'reissue'];

function hasKeys(channel: Channel): boolean {
  return channel.products.some((product) => product.carrier === 'key');
}

function priceFacts(channel: Channel, offer: Offer): PriceFacts {
  if (offer.fixedPrice !== undefined) return { kind: 'fixed', amount: offer.fixedPrice };
  const products = productsOf(channel, offer);
  if (products.length === 0) return { kind: 'by-order' };
  if (offer.business !== 'renew') return { kind: 'products', products: products.map(productPrice) };
  const renewals = products.map(({ name, price }) => ({ name, perYear: price.certificatePerYear }));
  return { kind: 'renewal', products: renewals };
}

function productPrice(product: Product): ProductPrice {
  const { price, seals } = product;
  const optionalSeal = seals.includes('none');
  return {
    id: product.id,
    name: product.name,
    certificatePerYear: price.certificatePerYear,
    key: product.carrier === 'key' ? { amount: price.key, optional: product.keyOptional } : undefined,
    seal: seals.some((seal) => seal !== 'none') ? { amount: price.seal, optional: optionalSeal } : undefined,
    years: Math.min(...product.years),
    least: leastPrice(product),
  };
}

function materialFacts(channel: Channel, offer: Offer): MaterialFact[] {
  const products = offer.business === 'renew' ? [] : productsOf(channel, offer);
  const all = new Set<MaterialName>([...offer.materials, ...products.flatMap((product) => product.materials)]);
  return [...all].map((material) => {
    const asking = products.filter((product) => product.materials.includes(material));
    const some = !offer.materials.includes(material) && asking.length < products.length;
    return { material, onlyFor: some ? asking.map((product) => product.name) : [] };
  });
}

function verifications(channel: Channel, business: BusinessName): VerificationFact[] {
  const forUnits = channel.products.some((product) => product.holder === 'unit');
  switch (business) {
    case 'new-person':
      return ofPerson(channel, 'applicant');
    case 'new-unit':
      return ofUnit(channel);
    case 'reissue':
    case 'revoke':
      return forUnits ? ofUnit(channel) : ofPerson(channel, 'applicant');
    case 'renew':
    case 'unlock':
    case 'change':
      return [];
  }
}

/** A unit is verified, and so is the person who acts for it. */
function ofUnit(channel: Channel): VerificationFact[] {
  const unit = { who: 'unit', ways: channel.unitVerifications } as const;
  return [unit, ...ofPerson(channel, channel.operatorRole ?? 'operator')].filter(({ ways }) => ways.length > 0);
}

function ofPerson(channel: Channel, who: VerificationFact['who']): VerificationFact[] {
  return [{ who, ways: channel.personVerifications }];
}
