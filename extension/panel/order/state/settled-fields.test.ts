import type { Channel } from '@certbridge/shared/domain/channel.ts';
import { expect, it } from 'vitest';
import { SAMPLE_CHANNEL } from '../../../ui/gallery/sample-channel.ts';
import { settledFields } from './settled-fields.ts';

const HOSTED: Channel = {
  ...SAMPLE_CHANNEL,
  unitVerifications: ['account-transfer'],
  products: [
    {
      id: 'unit-hosted',
      name: '示例托管证书',
      holder: 'unit',
      carrier: 'hosted',
      years: [1],
      price: { certificatePerYear: 0, key: 0, seal: 0 },
      keyOptional: false,
      seals: ['company'],
      materials: [],
    },
  ],
};

it('where there is nothing to choose, nobody is asked', () => {
  expect(settledFields({ channel: HOSTED, holder: 'unit', fields: {} })).toMatchObject({
    'unitCheck.way': 'account-transfer',
    'product.id': 'unit-hosted',
    'product.years': '1',
    'product.seal': 'company',
  });
});

it('where there is a choice, nothing is chosen for anybody', () => {
  const settled = settledFields({ channel: SAMPLE_CHANNEL, holder: 'unit', fields: {} });
  expect(Object.keys(settled)).not.toContain('product.id');
  expect(Object.keys(settled)).not.toContain('unitCheck.way');
});

it('a seal that the other product does not have goes with the product that had it', () => {
  const fields = { 'product.id': 'unit-sub', 'product.years': '2', 'product.seal': 'company' };
  expect(settledFields({ channel: SAMPLE_CHANNEL, holder: 'unit', fields })).toMatchObject({ 'product.seal': 'none' });
});

it('says nothing more when everything is settled', () => {
  const once = settledFields({ channel: HOSTED, holder: 'unit', fields: {} });
  expect(settledFields({ channel: HOSTED, holder: 'unit', fields: once })).toEqual({});
});
