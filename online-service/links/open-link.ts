import type { Order } from '../orders/order.ts';
import { tokenHash } from '../sessions/session.ts';
import type { Stores, Transact } from '../stores.ts';
import type { Link } from './link-store.ts';

const TOKEN = /^[\w-]{43}$/;

export interface OpenedLink {
  readonly link: Link;
  readonly order: Order;
  readonly hash: Uint8Array;
}

export interface Opening {
  readonly leadsTo: Link['leadsTo'];
  readonly token: string;
  readonly now: Date;
}

/** What a token leads to; undefined for one that is over, used, meant for something else, or never was. */
export function openLink(transact: Transact, opening: Opening): Promise<OpenedLink | undefined> {
  return transact((stores) => linkIn(stores, opening));
}

async function linkIn(stores: Stores, { leadsTo, token, now }: Opening): Promise<OpenedLink | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const hash = tokenHash(token);
  const link = await stores.links.find(hash, now);
  if (link?.leadsTo !== leadsTo) return undefined;
  const order = await stores.orders.find(link.orderId);
  return order && { link, order, hash };
}
