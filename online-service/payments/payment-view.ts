import { CODE_WAYS, type PaymentView, TRANSFER_WAYS } from '@certbridge/shared/contract/online/payments.ts';
import { chosenProduct } from '@certbridge/shared/domain/form/form-sections.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { offerOf, subjectOf } from '../orders/offer-of.ts';
import type { Order } from '../orders/order.ts';
import type { Stores } from '../stores.ts';
import type { Collection, Receipt, Refund } from './collection.ts';
import type { PaymentSettings } from './payment-tools.ts';

export interface PaymentViewTools extends PaymentSettings {
  readonly now: () => Date;
}

/** The cashier's window of an order, from what is stored; a code that is over is shown as over, not its content. */
export async function viewOfPayment(stores: Stores, order: Order, tools: PaymentViewTools): Promise<PaymentView> {
  const collections = await stores.collections.ofOrder(order.id);
  const receipts = await stores.receipts.ofOrder(order.id);
  const refunds = await stores.refunds.ofOrder(order.id);
  const settled = receipts.find(({ outcome }) => outcome === 'settled');
  const paidBy = collections.find(({ id }) => id === settled?.collectionId)?.way;
  const transfer = await transferOf(stores, order, { tools, collections });
  const { paymentWays } = offerOf(order);
  return {
    orderId: order.id,
    orderNumber: order.number,
    orderVersion: order.version,
    payment: order.payment,
    amount: settled?.amount ?? order.price?.total ?? 0,
    product: chosenProduct(subjectOf(order))?.name ?? '',
    hotline: order.channel.hotline,
    codeWays: CODE_WAYS.filter((way) => paymentWays.includes(way) && tools.providers[way] !== undefined),
    codes: order.payment === 'awaiting' ? codesOf(collections, tools.now()) : [],
    ...(transfer ? { transfer } : {}),
    ...(settled ? { paidAt: settled.paidAt.toISOString() } : {}),
    ...(paidBy ? { paidBy } : {}),
    refunds: refunds.map((refund) => refundView(refund, { receipts, collections })),
    invoices: (await stores.invoices.ofOrder(order.id)).flatMap(invoiceView),
  };
}

function codesOf(collections: readonly Collection[], now: Date): PaymentView['codes'] {
  return CODE_WAYS.flatMap((way) => {
    const latest = collections.findLast((collection) => collection.way === way);
    if (!latest || latest.state === 'opening') return [];
    const expiresAt = latest.expiresAt.toISOString();
    const isOpen = latest.state === 'open' && latest.expiresAt > now && latest.code !== undefined;
    return [
      isOpen && latest.code
        ? { way, standing: 'open', code: latest.code, expiresAt }
        : { way, standing: 'over', expiresAt },
    ];
  });
}

interface TransferAbout {
  readonly tools: PaymentViewTools;
  readonly collections: readonly Collection[];
}

async function transferOf(
  stores: Stores,
  order: Order,
  { tools, collections }: TransferAbout,
): Promise<PaymentView['transfer']> {
  const accounts = TRANSFER_WAYS.flatMap((way) => {
    const account = offerOf(order).paymentWays.includes(way) ? tools.accounts[way] : undefined;
    return account ? [{ way, ...account }] : [];
  });
  if (accounts.length === 0) return undefined;
  const latest = collections.findLast(({ way }) => way === 'remittance' || way === 'treasury');
  const announced = latest && (await stores.remittances.find(latest.id));
  const way = TRANSFER_WAYS.find((one) => one === latest?.way);
  const base = { accounts, remark: order.number };
  if (!latest || !announced) return { ...base, standing: 'to-remit' };
  const about = { ...base, ...(way ? { way } : {}), handedInAt: announced.handedInAt.toISOString() };
  if (announced.refusedAt === undefined) return { ...about, standing: 'handed-in' };
  return { ...about, standing: 'not-found', ...(announced.refusal ? { reason: announced.refusal } : {}) };
}

/** Why it takes long is no business of the applicant's; one that will never be is none. */
function invoiceView({ kind, state, number, createdAt, issuedAt }: Invoice): PaymentView['invoices'] {
  switch (state) {
    case 'asked':
    case 'stuck':
      return [{ kind, standing: 'asked', at: createdAt.toISOString() }];
    case 'issued':
      return [{ kind, standing: 'issued', at: (issuedAt ?? createdAt).toISOString(), ...(number ? { number } : {}) }];
    case 'withdrawing':
    case 'not-needed':
      return [];
  }
}

function refundView(
  { amount, reason, state, createdAt, doneAt, receiptId }: Refund,
  { receipts, collections }: { readonly receipts: readonly Receipt[]; readonly collections: readonly Collection[] },
): PaymentView['refunds'][number] {
  const receipt = receipts.find(({ id }) => id === receiptId);
  const way = collections.find(({ id }) => id === receipt?.collectionId)?.way ?? 'remittance';
  return { amount, reason, standing: state, way, at: (doneAt ?? createdAt).toISOString() };
}
