import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Asked } from '../asked.ts';
import { createLog } from '../create-log.ts';
import { documentLink } from '../documents/document-link.ts';
import { createPrinter } from '../documents/printer.ts';
import { readDocument } from '../links/read-document.ts';
import { carryOutRefunds } from '../payments/carry-out-refunds.ts';
import { settle } from '../payments/settle.ts';
import { exportPerson } from '../personal-data/export-person.ts';
import { personOf } from '../query/person-of.ts';
import { capturedLog } from '../testing/captured-log.ts';
import { everyDeath, untilDeath } from '../testing/deaths.ts';
import { materialsInMemory } from '../testing/materials-in-memory.ts';
import { codeOf, fresh, got } from '../testing/order-desk.ts';
import { outboxOf } from '../testing/outbox-of.ts';
import { paymentDesk } from '../testing/payment-desk.ts';
import { platformInHand } from '../testing/platform-in-hand.ts';
import { UNIT_FIELDS } from '../testing/unit-fields.ts';
import type { InvoiceTools } from './invoice-tools.ts';
import { issueInvoices } from './issue-invoices.ts';
import { sendInvoice } from './send-invoice.ts';

const desk = await paymentDesk();
const { tools, operations, alipay } = desk;
const outbox = outboxOf(desk);
const materials = materialsInMemory();
const log = capturedLog();
const HOUR = 3_600_000;
let invoicing: InvoiceTools;
let platform: ReturnType<typeof platformInHand>;

// Each test has a platform that has issued nothing, and nothing due from another.
beforeEach(async () => {
  await desk.db.deleteFrom('invoice').execute();
  await desk.db.deleteFrom('outbox').execute();
  await desk.db.updateTable('order').set({ person: null }).execute();
  platform = platformInHand();
  invoicing = {
    transact: tools.transact,
    now: tools.now,
    log: createLog('trace', log.stream),
    materials,
    platform: platform.platform,
    taxPercent: 6,
  };
});

async function paid(): Promise<{ order: OrderView; me: Asked }> {
  const { order, me } = await desk.signed();
  await checked(order);
  const fact = alipay.pay(await desk.open(order, me));
  expect(await settle(tools, { holder: 'alipay', fact, foundBy: 'callback' })).toBe('settled');
  return { order, me };
}

/** Of a checked operator, whose order keeps its data when it is cancelled. */
async function checked({ id }: OrderView): Promise<void> {
  const number = UNIT_FIELDS['operator.idNumber'] ?? '';
  const person = personOf(tools.index, { kind: 'resident-id', number }, '2026-11-23');
  await desk.db.updateTable('order').set({ person }).where('id', '=', id).execute();
}

async function refunded({ order, me }: { order: OrderView; me: Asked }): Promise<void> {
  const { version } = await read(order, me);
  got(await operations['orders.cancel']({ id: order.id, version }, fresh(me)));
  desk.later(1_000);
  expect(await carryOutRefunds(tools)).toMatchObject({ done: 1 });
}

const read = async ({ id }: OrderView, me: Asked) => got(await operations['orders.read']({ id }, me));
const invoicesOf = ({ id }: OrderView) => tools.transact((stores) => stores.invoices.ofOrder(id));
const states = async (order: OrderView) => (await invoicesOf(order)).map(({ kind, state }) => `${kind} ${state}`);

describe('domain 3.9: an invoice follows the payment', () => {
  test('it is asked for with the payment, and says what was paid for, to whom, line by line', async () => {
    const { order, me } = await paid();
    expect((await desk.payment(order, me)).invoices).toMatchObject([{ kind: 'blue', standing: 'asked' }]);
    expect(await issueInvoices(invoicing)).toMatchObject({ done: 1 });
    const [issued] = platform.issued.values();
    expect(issued?.wanted).toEqual({
      taxPercent: 6,
      content: {
        buyer: { title: '示例建设工程有限公司', taxpayerNumber: '91110000600037341L' },
        lines: [
          { name: '*信息技术服务*数字证书服务费', count: 1, amount: 30_000 },
          { name: '*信息技术服务*智能密码钥匙', count: 1, amount: 10_000 },
          { name: '*信息技术服务*电子印章服务费', count: 1, amount: 10_000 },
        ],
        total: 50_000,
        orderNumber: order.number,
      },
    });
  });

  test('issued: the order says so, the PDF can be fetched, and a mail names it, once', async () => {
    const { order, me } = await paid();
    await issueInvoices(invoicing);
    desk.later(HOUR);
    expect(await issueInvoices(invoicing)).toMatchObject({ done: 0 });
    expect((await read(order, me)).actions).toContain('invoice');
    const [invoice] = await invoicesOf(order);
    const { invoices } = await desk.payment(order, me);
    expect(invoices).toEqual([
      { kind: 'blue', standing: 'issued', number: invoice?.number, at: '2026-11-23T03:00:00.000Z' },
    ]);
    const mails = (await outbox.messages()).filter(({ template }) => template === 'invoice');
    expect(mails).toMatchObject([{ to: 'operator@example.cn', invoice: invoice?.id, values: { amount: '500.00' } }]);
  });

  test('documents.link opens the PDF, and nothing before it is there', async () => {
    const { order, me } = await paid();
    const linking = { ...tools, materials, publicUrl: () => 'https://ca.example.cn' };
    const link = (of: 'invoice' | 'red-invoice') => documentLink(linking)({ id: order.id, of }, fresh(me));
    expect(codeOf(await link('invoice'))).toBe('DOCUMENT_NOT_THERE');
    await issueInvoices(invoicing);
    expect(codeOf(await link('red-invoice'))).toBe('DOCUMENT_NOT_THERE');
    const { url } = got(await link('invoice'));
    const document = await readDocument(linking, createPrinter())(url.split('/').at(-1) ?? '');
    expect(document).toMatchObject({ type: 'application/pdf', name: expect.stringContaining(order.number) });
    const bytes = document && 'bytes' in document ? document.bytes : [];
    expect(Buffer.from(bytes).toString()).toMatch(/^%PDF-/);
  });

  test('a free order gets none', async () => {
    const channel = await tools.channels.read('shangqiu-ggzy');
    const offers = channel?.offers.map((each) => ({ ...each, fixedPrice: 0, paymentWays: [] }));
    const document = JSON.stringify({ ...channel, id: 'free-of-charge', offers });
    await desk.db.insertInto('channel').values({ id: 'free-of-charge', position: 9, document }).execute();
    const { order } = await desk.signed('free-of-charge');
    expect(order).toMatchObject({ state: 'accepted', payment: 'free' });
    expect(await states(order)).toEqual([]);
    expect(await issueInvoices(invoicing)).toMatchObject({ done: 0 });
  });

  test('told of the payment twice, one is asked for', async () => {
    const { order, me } = await desk.signed();
    const fact = alipay.pay(await desk.open(order, me));
    const settling = { holder: 'alipay', fact, foundBy: 'callback' } as const;
    await Promise.all([settle(tools, settling), settle(tools, settling), settle(tools, settling)]);
    expect(await states(order)).toEqual(['blue asked']);
  });

  test('without a platform it waits, and finance sees it', async () => {
    const { order, me } = await paid();
    expect(await issueInvoices({ ...invoicing, platform: undefined })).toMatchObject({ done: 0 });
    expect((await desk.payment(order, me)).invoices).toMatchObject([{ standing: 'asked' }]);
    const waiting = await tools.transact((stores) => stores.invoices.waiting());
    expect(waiting).toMatchObject([{ orderNumber: order.number, kind: 'blue', state: 'asked', total: 50_000 }]);
  });
});

describe('once more by mail', () => {
  const send = (order: OrderView, me: Asked) => sendInvoice(tools)({ id: order.id }, fresh(me));

  test('it goes to the mailbox in the order, which is shown masked', async () => {
    const { order, me } = await paid();
    expect(codeOf(await send(order, me))).toBe('DOCUMENT_NOT_THERE');
    await issueInvoices(invoicing);
    expect(got(await send(order, me)).to).toMatch(/\*.*@example\.cn/);
    const mails = (await outbox.messages()).filter(({ template }) => template === 'invoice');
    expect(mails).toHaveLength(2);
  });

  test('five times, then not for a while', async () => {
    const { order, me } = await paid();
    await issueInvoices(invoicing);
    for (let count = 0; count < 5; count += 1) expect(codeOf(await send(order, me))).toBe('ok');
    expect(codeOf(await send(order, me))).toBe('TRIES_TOO_FAST');
  });
});

describe('a refund takes the invoice back', () => {
  test('a red one refers to the blue one, and is mailed, too', async () => {
    const { order, me } = await paid();
    await issueInvoices(invoicing);
    await refunded({ order, me });
    expect(await states(order)).toEqual(['blue issued', 'red asked']);
    await issueInvoices(invoicing);
    const [blue, red] = await invoicesOf(order);
    expect(platform.issued.get(red?.id ?? '')?.reverses).toBe(blue?.number);
    expect((await desk.payment(order, me)).invoices).toMatchObject([
      { kind: 'blue', standing: 'issued' },
      { kind: 'red', standing: 'issued', number: red?.number },
    ]);
    const mails = (await outbox.messages()).filter(({ template }) => template === 'red-invoice');
    expect(mails).toMatchObject([{ invoice: red?.id }]);
  });

  test('one that nobody has issued yet is never issued', async () => {
    const { order, me } = await paid();
    await refunded({ order, me });
    await issueInvoices(invoicing);
    expect(await states(order)).toEqual(['blue not-needed']);
    expect(platform.issued.size).toBe(0);
    expect((await desk.payment(order, me)).invoices).toEqual([]);
  });

  test('nor while the money is still on its way back', async () => {
    const { order, me } = await paid();
    alipay.state.away = true;
    const { version } = await read(order, me);
    got(await operations['orders.cancel']({ id: order.id, version }, fresh(me)));
    await carryOutRefunds(tools);
    await issueInvoices(invoicing);
    expect(await states(order)).toEqual(['blue not-needed']);
    alipay.state.away = false;
    desk.later(HOUR);
    await carryOutRefunds(tools);
    expect(await states(order)).toEqual(['blue not-needed']);
  });

  test('one that the platform issued unheard is found, and reversed', async () => {
    const { order, me } = await paid();
    // The reply is lost, and the refund is quicker than the next try.
    platform.state.beforeReply = () => {
      throw new Error('the line is cut');
    };
    await issueInvoices(invoicing);
    platform.state.beforeReply = undefined;
    await refunded({ order, me });
    expect(await states(order)).toEqual(['blue withdrawing']);
    desk.later(HOUR);
    await issueInvoices(invoicing);
    await issueInvoices(invoicing);
    expect(await states(order)).toEqual(['blue issued', 'red issued']);
  });

  test('a refund in the moment of issuing: both are told apart, and the red one follows', async () => {
    const { order, me } = await paid();
    platform.state.beforeReply = async () => {
      platform.state.beforeReply = undefined;
      await refunded({ order, me });
    };
    await issueInvoices(invoicing);
    await issueInvoices(invoicing);
    expect(await states(order)).toEqual(['blue issued', 'red issued']);
  });

  test('a second payment that goes back leaves the invoice as it is', async () => {
    const { order, me } = await desk.signed();
    const byAlipay = await desk.open(order, me);
    const byWechat = await desk.open(order, me, 'wechat');
    await settle(tools, { holder: 'alipay', fact: alipay.pay(byAlipay), foundBy: 'callback' });
    await settle(tools, { holder: 'wechat', fact: desk.wechat.pay(byWechat), foundBy: 'callback' });
    await issueInvoices(invoicing);
    expect(await carryOutRefunds(tools)).toMatchObject({ done: 1 });
    expect(await states(order)).toEqual(['blue issued']);
  });
});

test('everything about a person has the invoices, too', async () => {
  const { order } = await paid();
  await issueInvoices(invoicing);
  const number = UNIT_FIELDS['operator.idNumber'] ?? '';
  const person = personOf(tools.index, { kind: 'resident-id', number }, '2026-11-23');
  const { orders } = await exportPerson({ ...tools, materials, staff: 'test' }, person);
  expect(orders.find((one) => one.number === order.number)?.invoices).toMatchObject([
    { kind: 'blue', content: { total: 50_000 }, base64: expect.stringMatching(/^JVBERi0/) },
  ]);
});

describe('whatever goes wrong', () => {
  test('the process dies before and after everything that stays: one invoice, one mail', async () => {
    const moments = await everyDeath(async (dying) => {
      await desk.db.deleteFrom('invoice').execute();
      await desk.db.deleteFrom('outbox').execute();
      await desk.db.updateTable('order').set({ person: null }).execute();
      platform.issued.clear();
      desk.later(24 * HOUR);
      const { order } = await paid();
      await untilDeath(issueInvoices({ ...invoicing, transact: dying.tools.transact }));
      desk.later(HOUR);
      await issueInvoices(invoicing);
      expect(await states(order)).toEqual(['blue issued']);
      expect(platform.issued.size).toBe(1);
      expect((await outbox.messages()).filter(({ template }) => template === 'invoice')).toHaveLength(1);
    }, tools);
    expect(moments).toBeGreaterThanOrEqual(3);
  });

  test.each([
    [
      'the reply is lost',
      () => {
        throw new Error('cut');
      },
    ],
    ['the process dies before the commit', () => new Promise<void>(() => undefined)],
  ] satisfies [string, () => void | Promise<void>][])('%s: the same id finds the same invoice', async (_what, cut) => {
    const { order } = await paid();
    platform.state.beforeReply = cut;
    const died = issueInvoices(invoicing);
    await expect.poll(() => platform.issued.size).toBe(1);
    platform.state.beforeReply = undefined;
    desk.later(HOUR);
    await expect
      .poll(async () => {
        desk.later(HOUR);
        await issueInvoices(invoicing);
        return states(order);
      })
      .toEqual(['blue issued']);
    expect(platform.issued.size).toBe(1);
    void died;
    const mails = (await outbox.messages()).filter(({ template }) => template === 'invoice');
    expect(mails).toHaveLength(1);
  });

  test('two processes at the same moment issue one', async () => {
    const { order } = await paid();
    await Promise.all([issueInvoices(invoicing), issueInvoices(invoicing), issueInvoices(invoicing)]);
    expect(platform.calls.filter((call) => call.startsWith('issue'))).toHaveLength(1);
    expect(await states(order)).toEqual(['blue issued']);
  });

  test('a platform that is away is asked later and later, and its return is enough', async () => {
    const { order } = await paid();
    platform.state.answers = 'away';
    await issueInvoices(invoicing);
    expect(await issueInvoices(invoicing)).toMatchObject({ done: 0 });
    expect(platform.calls).toHaveLength(1);
    platform.state.answers = 'issued';
    desk.later(HOUR);
    await issueInvoices(invoicing);
    expect(await states(order)).toEqual(['blue issued']);
  });

  test('one that cannot be opened holds up no other', async () => {
    await paid();
    await desk.db
      .updateTable('invoice')
      .set({ sealed: Buffer.from('gone') })
      .execute();
    await desk.db.updateTable('order').set({ person: null }).execute();
    await paid();
    expect(await issueInvoices(invoicing)).toMatchObject({ done: 1 });
  });

  test('the rate of the first try holds for all', async () => {
    await paid();
    platform.state.answers = 'away';
    await issueInvoices(invoicing);
    platform.state.answers = 'issued';
    desk.later(HOUR);
    await issueInvoices({ ...invoicing, taxPercent: 13 });
    expect([...platform.issued.values()][0]?.wanted?.taxPercent).toBe(6);
  });

  test('one that the platform refuses stands aside for finance; the applicant sees that it is on its way', async () => {
    const { order, me } = await paid();
    platform.state.answers = 'refused';
    await issueInvoices(invoicing);
    desk.later(24 * HOUR);
    await issueInvoices(invoicing);
    expect(platform.calls).toHaveLength(1);
    expect(await states(order)).toEqual(['blue stuck']);
    expect((await desk.payment(order, me)).invoices).toMatchObject([{ standing: 'asked' }]);
    expect(log.text()).toContain('waits for finance');
  });

  test('neither log nor row shows the buyer', async () => {
    const { order } = await paid();
    await issueInvoices(invoicing);
    const row = await desk.db.selectFrom('invoice').selectAll().executeTakeFirstOrThrow();
    expect(Buffer.from(row.sealed).toString('latin1')).not.toContain('91110000600037341L');
    expect(log.text()).not.toMatch(/示例建设|91110000600037341L|operator@/);
    expect(await states(order)).toEqual(['blue issued']);
  });
});
