import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { BusinessName } from '@certbridge/shared/domain/business.ts';
import type { FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import type { Asked } from '../../asked.ts';
import { CONSENT, fresh, got, holderOf, orderDesk, PUBLIC } from '../../testing/order-desk.ts';
import { UNIT_FIELDS } from '../../testing/unit-fields.ts';
import { identityOperations } from '../identity-operations.ts';
import type { IdentityProviders } from '../identity-provider.ts';
import { residentIds } from './resident-id.ts';

/** The order desk with its identity checks; every order is another operator's. */
export async function identityDesk(providers: IdentityProviders) {
  const desk = await orderDesk();
  const tools = { ...desk.tools, providers };
  const operations = { ...desk.operations, ...identityOperations(tools) };
  const nextId = residentIds();
  let addresses = 0;

  async function begun(fields: FormFields = {}, place: Place = {}) {
    addresses += 1;
    const own = { 'operator.idNumber': nextId(), 'legal.idNumber': nextId() };
    const { channelId = 'shangqiu-ggzy', business = 'new-unit' } = place;
    const input = { channelId, business, fields: { ...UNIT_FIELDS, ...own, ...fields } };
    const address = `192.0.2.${addresses % 250}`;
    const { order, token } = got(await operations['orders.begin'](input, fresh({ ...PUBLIC, address })));
    return { order, me: { ...holderOf(order, token), address } };
  }

  return {
    ...desk,
    tools,
    operations,
    begun,
    check: ({ id, version }: OrderView, party: 'unit' | 'operator', asked: Asked) =>
      operations['identity.check']({ id, version, party }, asked),
    async fillIn({ id, version }: OrderView, me: Asked): Promise<OrderView> {
      const input = { id, version, captcha: await desk.captcha(), agreements: CONSENT };
      return got(await operations['orders.fillIn'](input, fresh(me)));
    },
    read: async ({ id }: OrderView, me: Asked) => got(await operations['orders.read']({ id }, me)),
    pass(ms: number) {
      desk.clock.now = new Date(desk.clock.now.getTime() + ms);
    },
  };
}

interface Place {
  readonly channelId?: string;
  readonly business?: BusinessName;
}

export const TRANSFER_FIELDS: FormFields = {
  'unitCheck.way': 'account-transfer',
  'unitCheck.accountNumber': '6222 0200 1234 5678',
  'unitCheck.bank': '中国工商银行',
  'unitCheck.province': '410000',
  'unitCheck.city': '411400',
};

/** The channel whose unit authorises by a code on the legal representative's phone. */
export const HOSTED = { channelId: 'sgca-mobile' } as const;
export const HOSTED_FIELDS: FormFields = { 'product.id': 'unit-hosted' };
