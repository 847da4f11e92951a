import type { IdentityCheck } from '@certbridge/shared/contract/online/order-view.ts';
import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import { AGREEMENTS } from '@certbridge/shared/domain/agreements.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { checkForm } from '@certbridge/shared/domain/form/check-form.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { maskAccount, maskMobile } from '@certbridge/shared/domain/masking.ts';
import { canonicalApplication } from '@certbridge/shared/domain/order/canonical-application.ts';
import { priceOfOrder } from '@certbridge/shared/domain/order/price-of-order.ts';
import { needsAuthorisation } from '@certbridge/shared/domain/order/steps-of-order.ts';
import type { Asked, OperationName } from './fake-fetch.ts';
import { type FakeOrder, offerOf, viewOf } from './fake-order.ts';

/** The only answers that are right at this counter. */
export const RIGHT = { code: '123456', captcha: '12' };

export interface Told {
  readonly input: Asked['input'];
  readonly now: Date;
}

export type FakeStep = (order: FakeOrder, told: Told) => Failed | undefined | Promise<Failed | undefined>;

/** What each step does to an order, or why it is refused. */
export const FAKE_STEPS: { readonly [Name in OperationName]?: FakeStep } = {
  'orders.save'(order, { input }) {
    const fields = Object.entries({ ...order.fields, ...(input['fields'] as FormFields) });
    order.fields = Object.fromEntries(fields.filter(([, value]) => value !== ''));
    order.checks = order.checks.map((check) =>
      check.about === aboutOf(order, check.party) ? check : { ...check, standing: 'outdated' },
    );
    return undefined;
  },
  'identity.check'(order, { input, now }) {
    const party = input['party'] as IdentityCheck['party'];
    const byAccount = party === 'unit' && order.fields['unitCheck.way'] === 'account-transfer';
    const check: IdentityCheck = {
      party,
      way: byAccount ? 'account-transfer' : 'phone',
      standing: byAccount ? 'sent' : 'passed',
      at: now.toISOString(),
      about: aboutOf(order, party),
      triesLeft: 4,
    };
    order.checks = [...order.checks.filter((one) => one.party !== party), check];
    return undefined;
  },
  'orders.fillIn': fillIn,
  'orders.confirm'(order, { input, now }) {
    if (input['digest'] !== order.digest) return fail('DIGEST_DIFFERS');
    return moved(order, 'confirmed', { confirmed: now.toISOString() });
  },
  'orders.edit'(order) {
    order.digest = undefined;
    order.payment = 'not-asked';
    const { authorised } = order.times;
    order.times = authorised ? { authorised } : {};
    return moved(order, 'drafting', {});
  },
  'orders.cancel'(order) {
    order.payment = order.payment === 'paid' ? 'refunding' : 'closed';
    return moved(order, 'cancelled', {});
  },
  'identity.authorise'(order, { input, now }) {
    if (input['code'] !== RIGHT.code) return fail('CODE_WRONG', { values: { triesLeft: 4 } });
    return moved(order, order.state, { authorised: now.toISOString() });
  },
  'orders.submit'(order, { now }) {
    const missing = viewOf(order, now).materials.filter(({ standing }) => standing === 'empty').length;
    if (missing > 0) return fail('MATERIALS_MISSING', { values: { count: missing } });
    if (needsAuthorisation(offerOf(order), order) && !order.times.authorised) return fail('NOT_AUTHORISED');
    return moved(order, 'submitted', { submitted: now.toISOString() });
  },
  'orders.sign'(order, { input, now }) {
    if (input['digest'] !== order.digest) return fail('DIGEST_DIFFERS');
    if (input['code'] !== RIGHT.code) return fail('CODE_WRONG', { values: { triesLeft: 4 } });
    const free = priceOfOrder(offerOf(order), order)?.total === 0;
    order.payment = free ? 'free' : 'awaiting';
    return moved(order, free ? 'accepted' : 'signed', { signed: now.toISOString() });
  },
};

async function fillIn(order: FakeOrder, { input, now }: Told): Promise<Failed | undefined> {
  const { answer } = input['captcha'] as { answer: string };
  if (answer !== RIGHT.captcha) return fail('CAPTCHA_WRONG');
  const { application, faults } = checkForm(order, chinaDate(now));
  if (faults.length > 0) {
    return fail('FORM_INVALID', { issues: faults.map(({ field, reason }) => ({ path: field, rule: reason })) });
  }
  order.fields = application;
  order.digest = await digestOf(order);
  return moved(order, 'filled', { filled: now.toISOString() });
}

async function digestOf(order: FakeOrder): Promise<string> {
  const { number: orderNumber, business, channel, fields } = order;
  const price = priceOfOrder(offerOf(order), order);
  if (!price) throw new Error('an application without a price');
  const application = { orderNumber, channelId: channel.id, business, fields, price, agreements: AGREEMENTS };
  const text = new TextEncoder().encode(canonicalApplication(application));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function moved(order: FakeOrder, state: FakeOrder['state'], times: FakeOrder['times']): undefined {
  order.state = state;
  order.times = { ...order.times, ...times };
}

function aboutOf({ fields }: FakeOrder, party: IdentityCheck['party']): string {
  if (party === 'operator') return maskMobile(fields['operator.mobile'] ?? '');
  return fields['unitCheck.way'] === 'account-transfer'
    ? maskAccount(fields['unitCheck.accountNumber'] ?? '')
    : maskMobile(fields['legal.mobile'] ?? '');
}
