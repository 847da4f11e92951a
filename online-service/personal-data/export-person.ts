import type { Invoice } from '../invoices/invoice.ts';
import type { MaterialStore } from '../materials/store/material-store.ts';
import type { Order, StoredMaterial } from '../orders/order.ts';
import type { Transact } from '../stores.ts';
import type { OrderHistoryEntry } from './person-store.ts';

export interface ExportTools {
  readonly transact: Transact;
  readonly materials: Pick<MaterialStore, 'get'>;
  readonly now: () => Date;
}

type PlainMaterial = Omit<StoredMaterial, 'storeKey'> & {
  /** The picture itself; null when the store has lost it. */
  readonly base64: string | null;
};

/** What an invoice says, and its PDF once it is issued. */
interface ExportedInvoice extends Pick<Invoice, 'kind' | 'number' | 'content' | 'issuedAt'> {
  readonly base64: string | null;
}

interface ExportedOrder extends Omit<Order, 'channel' | 'materials' | 'id' | 'version' | 'person' | 'facts'> {
  readonly channel: { readonly id: string; readonly name: string };
  readonly facts: readonly Omit<Order['facts'][number], 'id' | 'subject'>[];
  readonly materials: readonly PlainMaterial[];
  readonly invoices: readonly ExportedInvoice[];
  readonly history: readonly OrderHistoryEntry[];
}

export interface ExportedPerson {
  readonly exportedAt: string;
  readonly orders: readonly ExportedOrder[];
}

/** Everything about one person, for that person to have: what was typed, found out, handed in, and what happened. */
export async function exportPerson(tools: ExportTools, person: string): Promise<ExportedPerson> {
  const found = await tools.transact(async (stores) => {
    const orders: { order: Order; invoices: Invoice[]; history: OrderHistoryEntry[] }[] = [];
    for (const id of await stores.persons.ordersOf(person)) {
      const order = await stores.orders.find(id);
      if (!order) continue;
      const invoices = await stores.invoices.ofOrder(id);
      orders.push({ order, invoices, history: await stores.persons.historyOf(id) });
    }
    return orders;
  });
  const orders: ExportedOrder[] = [];
  for (const { order, invoices, history } of found) {
    const materials: PlainMaterial[] = [];
    for (const material of order.materials) materials.push(await withPicture(tools, material));
    const exported: ExportedInvoice[] = [];
    for (const invoice of invoices) exported.push(await withPdf(tools, invoice));
    orders.push({ ...plain(order), materials, invoices: exported, history });
  }
  return { exportedAt: tools.now().toISOString(), orders };
}

/** Without what only the service can read: its keys, indexes and hashes. */
function plain({ id: _, version: _version, person: _person, channel, facts, ...order }: Order) {
  return {
    ...order,
    channel: { id: channel.id, name: channel.name },
    facts: facts.map(({ id: _id, subject: _subject, ...fact }) => fact),
  };
}

async function withPdf(
  tools: ExportTools,
  { kind, number, content, issuedAt, storeKey }: Invoice,
): Promise<ExportedInvoice> {
  const pdf = storeKey === undefined ? undefined : await tools.materials.get(storeKey);
  return { kind, number, content, issuedAt, base64: pdf ? Buffer.from(pdf).toString('base64') : null };
}

async function withPicture(tools: ExportTools, { storeKey, ...material }: StoredMaterial): Promise<PlainMaterial> {
  const picture = await tools.materials.get(storeKey);
  return { ...material, base64: picture ? Buffer.from(picture).toString('base64') : null };
}
