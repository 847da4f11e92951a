import type { Channel } from '@certbridge/shared/domain/channel.ts';
import { describe, expect, it } from 'vitest';
import { SAMPLE_CHANNEL } from '../../ui/gallery/sample-channel.ts';
import { businessFacts } from './business-facts.ts';

const HOSTED: Channel = {
  ...SAMPLE_CHANNEL,
  products: SAMPLE_CHANNEL.products.map((product) => ({ ...product, carrier: 'hosted' })),
};

describe('what to know before a business', () => {
  it('the price of each product, with what may be left out', () => {
    expect(businessFacts(SAMPLE_CHANNEL, 'new-person')?.price).toEqual({
      kind: 'products',
      products: [
        {
          id: 'person',
          name: '个人证书',
          certificatePerYear: 6_000,
          key: { amount: 2_800, optional: true },
          seal: { amount: 5_000, optional: true },
          years: 1,
          least: 6_000,
        },
      ],
    });
  });

  it('that unlocking is free and re-issuing has one price', () => {
    expect(businessFacts(SAMPLE_CHANNEL, 'unlock')?.price).toEqual({ kind: 'fixed', amount: 0 });
    expect(businessFacts(SAMPLE_CHANNEL, 'reissue')?.price).toEqual({ kind: 'fixed', amount: 10_000 });
  });

  it('which material only some products ask for', () => {
    const materials = businessFacts(SAMPLE_CHANNEL, 'new-unit')?.materials;
    expect(materials).toContainEqual({ material: 'business-licence', onlyFor: [] });
    expect(materials).toContainEqual({ material: 'seal-sheet', onlyFor: ['单位证书（主锁）'] });
  });

  it('that a key must be plugged in, where one is worked on', () => {
    const needing = SAMPLE_CHANNEL.offers
      .map(({ business }) => businessFacts(SAMPLE_CHANNEL, business))
      .filter((facts) => facts?.needsKey)
      .map((facts) => facts?.business);
    expect(needing).toEqual(['renew', 'unlock', 'change']);
  });

  it('asks for no key and posts nothing where certificates are hosted', () => {
    expect(businessFacts(HOSTED, 'renew')).toMatchObject({ needsKey: false });
    expect(businessFacts(HOSTED, 'new-unit')?.posting).toBeUndefined();
    expect(businessFacts(SAMPLE_CHANNEL, 'new-unit')?.posting).toMatchObject({ workingDays: 5 });
  });

  it('that a unit is verified and so is who acts for it, but a person alone', () => {
    const who = (channel: Channel, business: 'new-unit' | 'new-person' | 'reissue') =>
      businessFacts(channel, business)?.verifications.map((fact) => fact.who);
    expect(who(SAMPLE_CHANNEL, 'new-unit')).toEqual(['unit', 'operator']);
    expect(who({ ...SAMPLE_CHANNEL, operatorRole: 'seal-administrator' }, 'new-unit')).toEqual([
      'unit',
      'seal-administrator',
    ]);
    expect(who(SAMPLE_CHANNEL, 'new-person')).toEqual(['applicant']);
    const products = SAMPLE_CHANNEL.products.filter(({ holder }) => holder === 'person');
    expect(who({ ...SAMPLE_CHANNEL, products }, 'reissue')).toEqual(['applicant']);
  });

  it('no way of verification online for what is done only on paper', () => {
    expect(businessFacts(SAMPLE_CHANNEL, 'revoke')).toMatchObject({ onPaper: 'only', verifications: [] });
  });

  it('nothing of a business that the channel does not offer', () => {
    expect(businessFacts({ ...SAMPLE_CHANNEL, offers: [] }, 'renew')).toBeUndefined();
  });
});
