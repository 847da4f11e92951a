import { describe, expect, it } from 'vitest';
import type { Channel } from './channel.ts';
import { leastPrice, renewalPrice, startingPrice } from './starting-price.ts';

type Product = Channel['products'][number];
type Offer = Channel['offers'][number];

const product = (more: Partial<Product> = {}): Product => ({
  id: 'unit-key',
  name: '单位证书',
  holder: 'unit',
  carrier: 'key',
  years: [1, 2],
  price: { certificatePerYear: 30_000, key: 10_000, seal: 10_000 },
  keyOptional: false,
  seals: ['company'],
  materials: [],
  ...more,
});
const offer = (more: Partial<Offer>): Offer => ({
  business: 'new-unit',
  paymentWays: ['alipay'],
  materials: [],
  authorisationCode: false,
  onPaper: 'no',
  ...more,
});
const channel = (products: Product[], offers: Offer[] = [offer({ business: 'renew' })]): Channel =>
  ({ products, offers }) as unknown as Channel;

describe('the price that a business starts from', () => {
  it('counts certificate, key and seal where none may be left out', () => {
    expect(leastPrice(product())).toBe(50_000);
  });

  it('leaves out a key that may be kept and a seal that may be declined', () => {
    expect(leastPrice(product({ keyOptional: true, seals: ['none', 'company'] }))).toBe(30_000);
  });

  it('asks no key price for a hosted certificate', () => {
    expect(leastPrice(product({ carrier: 'hosted', seals: [] }))).toBe(30_000);
  });

  it('takes the cheapest product of the right holder', () => {
    const cheap = product({ holder: 'person', price: { certificatePerYear: 6_000, key: 2_800, seal: 0 } });
    const both = channel([product(), cheap]);
    expect(startingPrice(both, offer({ business: 'new-unit' }))).toBe(50_000);
    expect(startingPrice(both, offer({ business: 'new-person' }))).toBe(8_800);
  });

  it('prefers a fixed price, free included', () => {
    expect(startingPrice(channel([product()]), offer({ business: 'unlock', fixedPrice: 0 }))).toBe(0);
  });

  it('is unknown where only the order can tell', () => {
    expect(startingPrice(channel([product()]), offer({ business: 'change' }))).toBeUndefined();
    expect(startingPrice(channel([product()]), offer({ business: 'new-person' }))).toBeUndefined();
  });

  it('of a renewal is one year of the certificate on a key', () => {
    const hosted = product({ carrier: 'hosted', price: { certificatePerYear: 100, key: 0, seal: 0 } });
    expect(renewalPrice(channel([product(), hosted]), 'unit')).toBe(30_000);
    expect(renewalPrice(channel([product()]), 'person')).toBeUndefined();
  });
});
