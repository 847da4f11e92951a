import type { PriceLine } from '@certbridge/shared/domain/order/price-of-order.ts';
import type { Order } from '../orders/order.ts';
import type { Receipt } from '../payments/collection.ts';
import type { Stores } from '../stores.ts';
import type { InvoiceContent } from './invoice.ts';

export interface AskedInvoice {
  readonly order: Order;
  readonly receipt: Receipt;
  readonly now: Date;
}

/** With the payment: from now on its invoice is owed, and what it says is fixed. */
export async function askInvoice(stores: Stores, { order, receipt, now }: AskedInvoice): Promise<void> {
  await stores.invoices.add({
    receiptId: receipt.id,
    orderId: order.id,
    kind: 'blue',
    blueId: undefined,
    taxPercent: undefined,
    content: contentOf(order),
    createdAt: now,
  });
}

function contentOf({ fields, holder, price, number }: Order): InvoiceContent {
  const own = holder === 'unit' ? fields['unit.name'] : fields['operator.name'];
  const {
    'invoice.title': title = own ?? '',
    'invoice.taxpayerNumber': taxpayerNumber,
    'invoice.addressAndPhone': addressAndPhone,
    'invoice.bankAndAccount': bankAndAccount,
  } = fields;
  const lines = (price?.lines ?? []).filter(({ amount }) => amount > 0);
  return {
    buyer: {
      // A unit's title is its name, whatever else stands in the form.
      title: holder === 'unit' ? (own ?? '') : title,
      ...(taxpayerNumber ? { taxpayerNumber } : {}),
      ...(addressAndPhone ? { addressAndPhone } : {}),
      ...(bankAndAccount ? { bankAndAccount } : {}),
    },
    lines: lines.map(({ what, count, amount }) => ({ name: LINE_NAMES[what], count, amount })),
    total: price?.total ?? 0,
    orderNumber: number,
  };
}

/** The tax office's short name of the kind of service stands between the stars. */
const LINE_NAMES: Readonly<Record<PriceLine['what'], string>> = {
  certificate: '*信息技术服务*数字证书服务费',
  key: '*信息技术服务*智能密码钥匙',
  seal: '*信息技术服务*电子印章服务费',
  service: '*信息技术服务*数字证书服务费',
};
