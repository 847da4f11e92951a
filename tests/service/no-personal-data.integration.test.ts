import { randomUUID } from 'node:crypto';
import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../online-service/testing/eventually.ts';
import { UNIT_FIELDS } from '../../online-service/testing/unit-fields.ts';
import { openPhones } from '../support/read-code.ts';
import { signedOrder } from './signed-order.ts';
import { wholeService } from './whole-service.ts';

/** Two people who exist nowhere else, with nothing in common with the samples. */
const PERSONAL = {
  'legal.name': '上官甲乙',
  'legal.mobile': '13511112222',
  'legal.idNumber': '110105199003078887',
  'unitCheck.cardNumber': '6222021234567894',
  'unitCheck.cardMobile': '13533334444',
  'operator.name': '欧阳丙丁',
  'operator.mobile': '13655556666',
  'operator.idNumber': '330102199112245674',
  'operator.email': 'bingding.ouyang@mail.example.cn',
  'operatorCheck.cardNumber': '6217001234567893',
  'operatorCheck.cardMobile': '13677778888',
  'posting.address': '丙丁胡同 99 号院 7 单元 707',
} as const satisfies FormFields;
const { 'operator.mobile': mobile, 'operator.idNumber': idNumber, ...others } = PERSONAL;
const FIELDS: FormFields = {
  ...UNIT_FIELDS,
  'unitCheck.way': 'legal-representative-card',
  'operatorCheck.way': 'bank-card',
  ...PERSONAL,
};

const service = await wholeService();
const { call, ask } = service;
const phones = await openPhones(service.sandboxUrl);
const secrets: string[] = [...Object.values(PERSONAL)];

describe('of an order that went its whole way', () => {
  beforeAll(async () => {
    const { order, token, code } = await signedOrder(service, { fields: FIELDS, phones });
    secrets.push(token, code);
    await queriedByPhone();
    await readDocuments(order, token);
    await call('orders.cancel', { id: order.id, version: order.version }, token);
    await askWrongly(order, token);
  });

  it('nothing personal stands in the log, at its finest level', () => {
    expect(service.log().split('\n').length).toBeGreaterThan(40);
    expect(foundIn(service.log())).toEqual([]);
  });

  it('nor in the metrics', async () => {
    const { body } = await ask('/metrics');
    expect(body.toString()).toContain('certbridge_outbox_messages');
    expect(foundIn(body.toString())).toEqual([]);
  });

  it('nor in an address that the panel asks for', () => {
    // Those that somebody made up to harm himself are not ours.
    const own = service.asked.filter((address) => !address.includes('made-up'));
    expect(own.length).toBeGreaterThan(30);
    expect(foundIn(own.join('\n'))).toEqual([]);
  });

  it('nor in any column of the database that is not sealed', async () => {
    const dump = await service.dump();
    expect([...dump.keys()]).toEqual(expect.arrayContaining(['public."order"', 'public.once', 'public.identity_fact']));
    expect(dump.get('public."order"')).not.toBe('');
    for (const [table, rows] of dump) expect([table, foundIn(rows)]).toEqual([table, []]);
  });

  it('nor in what is answered to a request that is refused, whatever it said', () => {
    expect(service.refusals.length).toBeGreaterThan(8);
    expect(foundIn(service.refusals.join('\n'))).toEqual([]);
  });

  it('the signature and the end of it were told to the operator, and nothing waits', async () => {
    const waiting = () => service.database.query('select id from outbox').then(({ rows }) => rows);
    await eventually(waiting).toEqual([]);
    const mails = await fetch(new URL(`mailbox/${PERSONAL['operator.email']}.json`, service.sandboxUrl));
    const { value } = (await mails.json()) as { value: { messages: { subject: string; text: string }[] } };
    expect(value.messages.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^订单 \d{6}-\d+ 已取消/),
      expect.stringMatching(/^申请已签署/),
    ]);
    expect(foundIn(JSON.stringify(value)), 'a mail is no letter: it says which order, not whose').toEqual([
      PERSONAL['operator.email'],
    ]);
  });

  it('what is looked for would be found', () => {
    expect(foundIn(JSON.stringify(PERSONAL))).toEqual(Object.values(PERSONAL));
    expect(foundIn(Buffer.from(PERSONAL['operator.name']).toString('hex'))).toEqual([PERSONAL['operator.name']]);
  });
});

/** As text, and as the bytes of a column that is printed in hexadecimal. */
function foundIn(text: string): string[] {
  return secrets.filter((secret) => {
    const bytes = Buffer.from(secret, 'utf8');
    return [secret, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '')].some((form) =>
      text.includes(form),
    );
  });
}

async function queriedByPhone(): Promise<void> {
  const captcha = await service.captcha();
  const { queryId } = await call('query.begin', { idKind: 'resident-id', idNumber, captcha });
  // The bank has vouched for this phone, and nobody for the other.
  const code = await phones.readCode(others['operatorCheck.cardMobile']);
  const { token } = await call('query.verify', { queryId, code });
  secrets.push(code, token);
  expect((await call('my.orders', {}, token)).orders).toHaveLength(1);
}

async function readDocuments({ id }: OrderView, token: string): Promise<void> {
  for (const of of ['application-form', 'business-licence'] as const) {
    const { url } = await call('documents.link', { id, of }, token);
    expect((await service.read(url)).status).toBe(200);
  }
}

/** Everything that can be said wrongly, said with personal data in it. */
async function askWrongly({ id }: OrderView, token: string): Promise<void> {
  const [name] = [others['operator.name']];
  const json = (body: string, more: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...more },
    body,
  });
  const mine = { authorization: `Bearer ${token}` };
  const fields = JSON.stringify({ version: 0, fields: { ...FIELDS, [name]: mobile } });
  const before = service.refusals.length;
  await ask('/v1/orders', json(`{"name": "${name}", "mobile": ${mobile}`));
  await ask('/v1/orders', json(JSON.stringify({ channelId: name, business: idNumber, fields: FIELDS })));
  await ask('/v1/queries', json(JSON.stringify({ idKind: name, idNumber, captcha: { id: mobile, answer: name } })));
  await ask('/v1/queries', json(JSON.stringify({ idKind: 'resident-id', idNumber, captcha: { id, answer: '9' } })));
  await ask(`/v1/orders/${id}/form`, json(fields, mine));
  await ask(`/v1/orders/${id}/form`, json(fields));
  await ask(`/v1/made-up/${encodeURIComponent(name)}?mobile=${mobile}`);
  await ask(`/v1/orders/made-up-${idNumber}`, { headers: mine });
  await ask(`/v1/orders/${id}/codes`, json('{}', { authorization: `Bearer ${idNumber}` }));
  await ask('/v1/orders', json(JSON.stringify({ channelId: 'x', name: name.repeat(200_000) })));
  await ask('/v1/orders', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: `${name} ${mobile}` });
  expect(service.refusals.length - before).toBe(11);
}
