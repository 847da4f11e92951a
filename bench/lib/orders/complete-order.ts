import { randomInt, randomUUID } from 'node:crypto';
import { AGREEMENTS } from '@certbridge/shared/domain/agreements.ts';
import { residentIdCheckDigit } from '@certbridge/shared/domain/identity-numbers/resident-id.ts';
import type pg from 'pg';
import { codeHash } from '../../../online-service/codes/code-hash.ts';
import { signingSubject } from '../../../online-service/codes/signing-subject.ts';
import { checkedSubject } from '../../../online-service/orders/checked-data.ts';
import type { BlindIndex } from '../../../online-service/personal-data/blind-index.ts';
import { UNIT_FIELDS } from '../../../online-service/testing/unit-fields.ts';
import type { Customer, OrderClient, Reply } from './order-client.ts';

export interface OrderRun {
  readonly client: OrderClient;
  readonly pool: pg.Pool;
  readonly index: BlindIndex;
  /** Each step's time, in milliseconds. */
  readonly took: (ms: number) => void;
}

const CODE = '123456';

/** One order from the beginning to the signature: six requests, as a panel sends them one after the other. */
export async function completeOrder(run: OrderRun): Promise<void> {
  const fields = { ...UNIT_FIELDS, 'operator.idNumber': someIdNumber(), 'operator.mobile': someMobile() };
  let customer: Customer = { address: someAddress() };
  const step = async (path: string, body: object) => {
    const began = performance.now();
    const reply = await run.client.post(path, body, customer);
    run.took(performance.now() - began);
    return granted(path, reply);
  };
  const begun = await step('/v1/orders', { channelId: 'shangqiu-ggzy', business: 'new-unit', fields });
  const { id, version } = begun['order'] as { id: string; version: number };
  customer = { ...customer, token: String(begun['token']) };
  const captcha = await outsideParts(run, { id, fields });
  const of = `/v1/orders/${id}`;
  const filled = await step(`${of}/fill-in`, { version, captcha, agreements: [...AGREEMENTS] });
  const { digest } = filled;
  const confirmed = await step(`${of}/confirm`, { version: filled['version'], digest });
  const submitted = await step(`${of}/submit`, { version: confirmed['version'] });
  await step(`${of}/codes`, {});
  await knownCode(run, signingSubject({ id, digest: String(digest) }));
  await step(`${of}/sign`, { version: submitted['version'], digest, code: CODE });
}

function granted(path: string, { ok, value, error }: Reply): Readonly<Record<string, unknown>> {
  if (!ok || !value) throw new Error(`${path.replaceAll(/[0-9a-f-]{36}/g, '…')}: ${error?.code}`);
  return value;
}

interface Begun {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What people and providers outside would have brought: facts, pictures and a captcha, in one statement of the bench's own. */
async function outsideParts({ pool, index }: OrderRun, order: Begun): Promise<{ id: string; answer: string }> {
  const facts = (['unit', 'operator'] as const).map((party) => ({
    id: randomUUID(),
    party,
    way: 'phone',
    standing: 'passed',
    at: new Date().toISOString(),
    about: '138****8000',
    provider: 'bench',
    subject: checkedSubject(order, party, index),
  }));
  const materials = ['business-licence', 'legal-representative-id', 'authorisation-letter', 'seal-sheet'].map(
    (slot) => ({
      slot,
      bytes: 1,
      kind: 'png',
      width: 1,
      height: 1,
      at: new Date().toISOString(),
      storeKey: 'bench',
    }),
  );
  const captcha = randomUUID();
  await pool.query({
    name: 'outside parts',
    text: `with facts as (insert into identity_fact (id, order_id, document)
        select gen_random_uuid(), $1, fact from jsonb_array_elements($2::jsonb) as fact),
      materials as (insert into material (order_id, slot, document)
        select $1, material->>'slot', material from jsonb_array_elements($3::jsonb) as material)
      insert into captcha (id, first, sign, second, until) values ($4, 2, 'plus', 3, now() + interval '1 minute')`,
    values: [order.id, JSON.stringify(facts), JSON.stringify(materials), captcha],
  });
  return { id: captcha, answer: '5' };
}

/** Nobody reads an SMS here: the code that was sent is replaced by one that the bench knows. */
async function knownCode({ pool, index }: OrderRun, subject: string): Promise<void> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'code sent',
    text: `select id from one_time_code where purpose = 'sign' and subject = $1`,
    values: [subject],
  });
  const id = rows[0]?.id ?? '';
  const hash = codeHash(index, { id, purpose: 'sign', subject }, CODE);
  await pool.query({
    name: 'code known',
    text: 'update one_time_code set hash = $2 where id = $1',
    values: [id, hash],
  });
}

function someIdNumber(): string {
  const birthday = `19${randomInt(60, 99)}${String(randomInt(1, 13)).padStart(2, '0')}${String(randomInt(1, 29)).padStart(2, '0')}`;
  const body = `110105${birthday}${String(randomInt(1000)).padStart(3, '0')}`;
  return `${body}${residentIdCheckDigit(body)}`;
}

function someMobile(): string {
  return `138${String(randomInt(100_000_000)).padStart(8, '0')}`;
}

function someAddress(): string {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
}
