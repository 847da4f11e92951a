import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { Asked } from '../asked.ts';
import { createLog } from '../create-log.ts';
import { paymentOperations } from '../payments/payment-operations.ts';
import type { PaymentTools } from '../payments/payment-tools.ts';
import { CONSENT, fresh, got, holderOf, orderDesk, PUBLIC } from './order-desk.ts';
import { providerInHand } from './provider-in-hand.ts';
import { UNIT_FIELDS } from './unit-fields.ts';

const ACCOUNT = { name: '示例认证中心有限公司', number: '1100000000000000001', bank: '示例银行营业部' };

/** The order desk with a till: both providers in the test's hand. */
export async function paymentDesk() {
  const desk = await orderDesk();
  const alipay = providerInHand('alipay');
  const wechat = providerInHand('wechat');
  const tools: PaymentTools = {
    ...desk.tools,
    providers: { alipay: alipay.provider, wechat: wechat.provider },
    accounts: { remittance: ACCOUNT },
    log: createLog('silent'),
  };
  const operations = { ...desk.operations, ...paymentOperations(tools) };
  return {
    ...desk,
    tools,
    operations,
    alipay,
    wechat,
    /** An order that waits for its money, and who may see it. */
    async signed(channelId = 'shangqiu-ggzy'): Promise<{ order: OrderView; me: Asked }> {
      const input = { channelId, business: 'new-unit' as const, fields: UNIT_FIELDS };
      const begun = got(await operations['orders.begin'](input, fresh(PUBLIC)));
      const me = holderOf(begun.order, begun.token);
      return { order: await this.signAgain(begun.order, me), me };
    },
    /** From the open form to the signature. */
    async signAgain(drafted: OrderView, me: Asked): Promise<OrderView> {
      const { id } = drafted;
      await desk.pass(drafted);
      const form = { id, version: drafted.version, captcha: await desk.captcha(), agreements: CONSENT };
      const { digest = '', version } = got(await operations['orders.fillIn'](form, fresh(me)));
      const confirmed = got(await operations['orders.confirm']({ id, version, digest }, fresh(me)));
      await desk.store(confirmed);
      const submitted = got(await operations['orders.submit']({ id, version: confirmed.version }, fresh(me)));
      // Codes to one phone are limited; each signature is another day's.
      desk.clock.now = new Date(desk.clock.now.getTime() + 3_600_000);
      got(await operations['codes.send']({ id }, fresh(me)));
      const signing = { id, version: submitted.version, digest, code: await desk.newestCode() };
      return got(await operations['orders.sign'](signing, fresh(me)));
    },
    async open(order: OrderView, me: Asked, way: 'alipay' | 'wechat' = 'alipay'): Promise<string> {
      got(await operations['payments.open']({ id: order.id, way }, fresh(me)));
      const collections = await desk.tools.transact((stores) => stores.collections.ofOrder(order.id));
      return collections.findLast((one) => one.way === way)?.tradeNo ?? '';
    },
    async payment(order: OrderView, me: Asked) {
      return got(await operations['payments.read']({ id: order.id }, me));
    },
    async books() {
      return desk.tools.transact(async (stores) => ({
        balances: await stores.ledger.balances(),
        wrong: await stores.ledger.ordersOutOfBalance(10),
      }));
    },
    /** Lets time pass, so that due work is due. */
    later(ms: number) {
      desk.clock.now = new Date(desk.clock.now.getTime() + ms);
    },
  };
}

export type PaymentDesk = Awaited<ReturnType<typeof paymentDesk>>;
