import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startingPrice } from '@certbridge/shared/domain/starting-price.ts';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { seedChannels } from './seed-channels.ts';

const folder = await temporaryFolder();
const seeds = await seedChannels();

function seed(id: string) {
  const found = seeds.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

function offer(id: string, business: string) {
  return seed(id).offers.find((one) => one.business === business);
}

describe('the five channels, as their manuals have them', () => {
  test('all five, in order', () => {
    expect(seeds.map(({ id }) => id)).toEqual([
      'shangqiu-ggzy',
      'paperless-unit',
      'beijing-district',
      'sgca-mobile',
      'beijing-chengguan',
    ]);
  });

  test('Shangqiu offers every business, and reviews in 3 working days', () => {
    expect(seed('shangqiu-ggzy').offers).toHaveLength(7);
    expect(offer('shangqiu-ggzy', 'new-unit')?.reviewWorkingDays).toEqual({ from: 3, to: 3 });
  });

  test('paperless: 300 yuan a year, key and seal 100 each, key or hosted; re-issue by remittance, reviewed in 5 days', () => {
    const { products } = seed('paperless-unit');
    expect(products[0]?.price).toEqual({ certificatePerYear: 30_000, key: 10_000, seal: 10_000 });
    expect(new Set(products.map(({ carrier }) => carrier))).toEqual(new Set(['key', 'hosted']));
    expect(offer('paperless-unit', 'reissue')).toMatchObject({
      paymentWays: ['remittance'],
      reviewWorkingDays: { to: 5 },
    });
    expect(offer('paperless-unit', 'reissue')?.materials).toContain('remittance-voucher');
  });

  test('Beijing districts: main key with a seal for 310 yuan, sub key without seal sheet, pictures up to 1.5 MB', () => {
    const channel = seed('beijing-district');
    const [main, sub] = channel.products;
    if (!main) throw new Error('no main key');
    const newUnit = channel.offers[0];
    expect(newUnit && startingPrice({ ...channel, products: [main] }, newUnit)).toBe(31_000);
    expect(sub).toMatchObject({ keyRole: 'sub', seals: ['none'], materials: [] });
    expect(channel.materialLimitBytes).toBe(1.5 * 1024 * 1024);
    expect(channel.products.every(({ holder }) => holder === 'unit')).toBe(true);
  });

  test('SGCA: hosted only, nothing to pay, nothing to post, the seal administrator applies', () => {
    const channel = seed('sgca-mobile');
    expect(channel.products.every(({ carrier }) => carrier === 'hosted')).toBe(true);
    expect(channel.offers.every(({ paymentWays, fixedPrice }) => paymentWays.length === 0 && fixedPrice === 0)).toBe(
      true,
    );
    expect(channel).toMatchObject({ posting: { posted: false }, operatorRole: 'seal-administrator' });
    expect(offer('sgca-mobile', 'revoke')?.onPaper).toBe('no');
  });

  test('Beijing city management: persons, 60 yuan a year, key 28 yuan or one already held, paper beside online', () => {
    const [product] = seed('beijing-chengguan').products;
    expect(product).toMatchObject({
      holder: 'person',
      keyOptional: true,
      price: { certificatePerYear: 6_000, key: 2_800 },
    });
    expect(offer('beijing-chengguan', 'new-person')?.onPaper).toBe('also');
    expect(offer('beijing-chengguan', 'reissue')).toMatchObject({ onPaper: 'only', fixedPrice: 2_800 });
    expect(offer('beijing-chengguan', 'revoke')).toMatchObject({ onPaper: 'only', fixedPrice: 0 });
  });

  test('renewal opens 90 days before the end and closes 365 days after it', () => {
    for (const { renewal } of seeds) expect(renewal).toEqual({ daysBeforeEnd: 90, daysAfterEnd: 365 });
  });
});

test.each([
  ['not-json', '{'],
  ['empty', '{}'],
  ['extra', JSON.stringify({ ...seeds[0], discount: 1 })],
])('a seed file that breaks the contract stops the start and is named: %s', async (name, text) => {
  const place = join(folder, name);
  await mkdir(place);
  await writeFile(join(place, 'broken.json'), text);
  await expect(seedChannels(place)).rejects.toMatchObject({ what: { zh: expect.stringContaining('broken.json') } });
});
