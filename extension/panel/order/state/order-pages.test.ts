import type { Channel } from '@certbridge/shared/domain/channel.ts';
import { describe, expect, it } from 'vitest';
import { PERSON_APPLICATION, TRANSFER_APPLICATION, UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { SAMPLE_CHANNEL } from '../../../ui/gallery/sample-channel.ts';
import { type Applied, stepsOf } from './order-pages.ts';

function applied(business: 'new-unit' | 'new-person', channel: Channel = SAMPLE_CHANNEL): Applied {
  const offer = channel.offers.find((one) => one.business === business);
  if (!offer) throw new Error('not offered');
  return { channel, offer, business, holder: business === 'new-unit' ? 'unit' : 'person' };
}

describe('domain 3.1 and 3.2: the steps of an application', () => {
  it('a unit is checked before its operator, and pays last', () => {
    expect(stepsOf(applied('new-unit'), UNIT_APPLICATION)).toEqual([
      'unit',
      'product',
      'operator',
      'send',
      'confirm',
      'materials',
      'sign',
      'pay',
    ]);
  });

  it('a transfer brings the authorisation code with it, as soon as it is chosen', () => {
    expect(stepsOf(applied('new-unit'), TRANSFER_APPLICATION)).toContain('authorise');
  });

  it('a person begins with himself', () => {
    expect(stepsOf(applied('new-person'), PERSON_APPLICATION).slice(0, 3)).toEqual(['operator', 'product', 'send']);
  });

  it('what is free ends with the signature', () => {
    const free = SAMPLE_CHANNEL.offers.map((offer) => ({ ...offer, fixedPrice: 0, paymentWays: [] }));
    expect(stepsOf(applied('new-unit', { ...SAMPLE_CHANNEL, offers: free }), UNIT_APPLICATION).at(-1)).toBe('sign');
  });
});
