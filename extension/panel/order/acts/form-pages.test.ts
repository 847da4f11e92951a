import { fail } from '@certbridge/shared/contract/result.ts';
import { describe, expect, it } from 'vitest';
import { PERSON_APPLICATION, TRANSFER_APPLICATION, UNIT_APPLICATION } from '../../../ui/gallery/sample-application.ts';
import { openCounter, openOrder, type } from '../testing/open-counter.ts';
import { checkOf } from './check-identity.ts';
import { leavePage } from './leave-page.ts';

const UNIT_PAGE = Object.fromEntries(
  Object.entries(UNIT_APPLICATION).filter(([name]) => /^(unit|unitCheck|legal)\./.test(name)),
);

async function newUnit() {
  const at = openCounter();
  const session = await at.open({ kind: 'new', business: 'new-unit' });
  return { at, session };
}

describe('a page of the form', () => {
  it('is not left while something on it is wrong; nothing is sent, and the first fault is pointed at', async () => {
    const { at, session } = await newUnit();
    type(session, { ...UNIT_PAGE, 'unit.creditCode': '91110000600037341M', 'legal.idNumber': '' });
    await leavePage(session, 'unit');
    expect(session.page.value).toBe('unit');
    expect(session.pointAt.value).toBe('unit.creditCode');
    expect(session.form.fields['legal.idNumber'].error.value).toEqual({ reason: 'missing' });
    expect(at.asked('orders.begin')).toEqual([]);
  });

  it('left for the first time, it begins the order, and the unit is checked', async () => {
    const { at, session } = await newUnit();
    type(session, UNIT_PAGE);
    await leavePage(session, 'unit');
    expect(session.page.value).toBe('product');
    expect(at.asked('orders.begin')).toMatchObject([{ business: 'new-unit', fields: UNIT_PAGE }]);
    expect(at.asked('identity.check')).toMatchObject([{ party: 'unit' }]);
    expect(checkOf(session, 'unit')?.standing).toBe('passed');
  });

  it('pressed twice, is left once', async () => {
    const { at, session } = await newUnit();
    type(session, UNIT_PAGE);
    await Promise.all([leavePage(session, 'unit'), leavePage(session, 'unit')]);
    expect(at.asked('orders.begin')).toHaveLength(1);
    expect(session.page.value).toBe('product');
  });

  it('left again without a change, asks nobody anything', async () => {
    const { at, session } = await newUnit();
    type(session, UNIT_PAGE);
    await leavePage(session, 'unit');
    const before = at.counter.asked.length;
    session.formPage.value = 'unit';
    await leavePage(session, 'unit');
    expect(at.counter.asked.length).toBe(before);
    expect(session.page.value).toBe('product');
  });

  it('with another legal representative, is checked anew', async () => {
    const { at, session } = await newUnit();
    type(session, UNIT_PAGE);
    await leavePage(session, 'unit');
    session.formPage.value = 'unit';
    type(session, { 'legal.mobile': '13800138009' });
    await leavePage(session, 'unit');
    expect(at.asked('orders.save')).toMatchObject([{ fields: { 'legal.mobile': '13800138009' } }]);
    expect(at.asked('identity.check')).toHaveLength(2);
  });

  it('what a choice puts out of use does not travel, and what travelled is cleared', async () => {
    const { at, session } = await newUnit();
    type(session, { ...UNIT_PAGE, ...TRANSFER_APPLICATION, 'unitCheck.way': 'legal-representative-phone' });
    await leavePage(session, 'unit');
    expect(at.asked('orders.begin')[0]).not.toHaveProperty(['fields', 'unitCheck.accountNumber']);
    session.formPage.value = 'unit';
    type(session, { 'unitCheck.way': 'account-transfer' });
    await leavePage(session, 'unit');
    session.formPage.value = 'unit';
    type(session, { 'unitCheck.way': 'legal-representative-phone' });
    await leavePage(session, 'unit');
    expect(at.asked('orders.save').at(-1)).toMatchObject({ fields: { 'unitCheck.accountNumber': '' } });
  });

  it('goes on while the fen is on its way', async () => {
    const { session } = await newUnit();
    type(session, TRANSFER_APPLICATION);
    await leavePage(session, 'unit');
    expect(checkOf(session, 'unit')?.standing).toBe('sent');
    expect(session.page.value).toBe('product');
  });

  it('whose data differ stays open with everything in it, and says how many tries are left', async () => {
    const { at, session } = await newUnit();
    type(session, UNIT_PAGE);
    at.counter.instead['identity.check'] = () => fail('IDENTITY_DIFFERS', { values: { triesLeft: 3 } });
    await leavePage(session, 'unit');
    expect(session.page.value).toBe('unit');
    expect(session.failure.value?.error).toEqual({ code: 'IDENTITY_DIFFERS', values: { triesLeft: 3 } });
    expect(session.form.fields['legal.name'].value.value).toBe('赵示例');
  });

  it('shows at its fields what the service finds wrong', async () => {
    const { at, session } = await newUnit();
    type(session, UNIT_PAGE);
    const issues = [{ path: 'unit.creditCode', rule: 'credit-code-office' }];
    at.counter.instead['orders.begin'] = () => fail('FORM_INVALID', { issues });
    await leavePage(session, 'unit');
    expect(session.form.fields['unit.creditCode'].error.value).toEqual({ reason: 'credit-code-office' });
    expect(session.pointAt.value).toBe('unit.creditCode');
  });

  it('names the other order of the same person', async () => {
    const at = openCounter();
    const session = await openOrder(at, UNIT_APPLICATION);
    at.counter.instead['identity.check'] = () => fail('ORDER_UNFINISHED', { values: { number: '251119-00017' } });
    await leavePage(session, 'operator');
    expect(session.failure.value?.error.values).toEqual({ number: '251119-00017' });
    expect(session.busy.value).toBeUndefined();
  });
});

describe('an order that was changed elsewhere', () => {
  it('is read anew; what was typed here and not sent stays on top of what came', async () => {
    const at = openCounter();
    const order = at.counter.begin('new-person', PERSON_APPLICATION);
    const session = await at.open({ kind: 'order', order: at.counter.view(order), token: 'T'.repeat(43) });
    order.fields = { ...order.fields, 'operator.email': 'other@example.cn' };
    order.version += 1;
    type(session, { 'operator.department': '投标管理部' });
    await leavePage(session, 'operator');
    expect(session.failure.value?.error.code).toBe('ORDER_CHANGED');
    expect(session.form.values.value).toMatchObject({
      'operator.email': 'other@example.cn',
      'operator.department': '投标管理部',
    });
    await leavePage(session, 'operator');
    expect(session.failure.value).toBeUndefined();
    expect(session.page.value).toBe('product');
  });
});
