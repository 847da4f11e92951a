import { expect, test } from 'vitest';
import { seedChannels } from '../channels/seed-channels.ts';
import type { Order } from '../orders/order.ts';
import { UNIT_FIELDS } from '../testing/unit-fields.ts';
import { documentRequest } from './document-request.ts';

const channel = (await seedChannels()).find(({ id }) => id === 'shangqiu-ggzy');
if (!channel) throw new Error('no channel');

const SIGNED: Order = {
  id: '00000000-0000-4000-8000-000000000000',
  number: '261123-00001',
  version: 5,
  state: 'signed',
  payment: 'awaiting',
  processing: 'idle',
  channel,
  business: 'new-unit',
  holder: 'unit',
  createdAt: new Date('2026-11-23T02:00:00Z'),
  times: { filled: '2026-11-23T02:10:00Z', signed: '2026-11-23T02:30:00Z' },
  fields: UNIT_FIELDS,
  person: undefined,
  digest: 'a'.repeat(64),
  price: undefined,
  agreements: [],
  consentedAt: undefined,
  returned: [],
  facts: [],
  materials: [],
};

function formOf(order: Order) {
  const request = documentRequest(order, 'application-form');
  if (request.kind !== 'application-form') throw new Error('another paper');
  return request.data;
}

test('the form names the phone to which the signing code went: with a bank card, the one that the bank has', () => {
  expect(formOf(SIGNED).signing?.way).toBe('短信验证码（138****8000）');
  const card = { 'operatorCheck.way': 'bank-card', 'operatorCheck.cardMobile': '13900139000' };
  expect(formOf({ ...SIGNED, fields: { ...UNIT_FIELDS, ...card } }).signing?.way).toBe('短信验证码（139****9000）');
});

test('fields are called on paper as on screen, questions by what they ask for', () => {
  const labels = formOf(SIGNED).sections.flatMap(({ rows }) => rows.map(({ label }) => label));
  expect(labels).toEqual(expect.arrayContaining(['单位核验方式', '单位名称', '证书', '核验方式']));
});
