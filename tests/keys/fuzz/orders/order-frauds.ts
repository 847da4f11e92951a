import fc from 'fast-check';
import { orderAttacks } from '../../../../native-host/testing/order-attacks.ts';
import { ambiguousOrders } from './ambiguous-orders.ts';
import { FORGED, type MakeFraud, verbs } from './fraud.ts';
import { misdirectedOrders } from './misdirected-orders.ts';
import { misheadedOrders } from './misheaded-orders.ts';
import { replayedOrders } from './replayed-orders.ts';
import { strangersOrders } from './strangers-orders.ts';

/** Made of genuine orders, without a key. */
const forgedOrders: fc.Arbitrary<MakeFraud> = fc
  .tuple(verbs, verbs, orderAttacks)
  .map(([verb, other, attack]) => (book) => {
    const [{ pinned }] = book.key.signers;
    const orders = [book.live(verb), book.live(other)] as const;
    const workOrder = attack({ orders, claims: book.claims(verb), publicKey: pinned });
    return { kind: 'forged', verb, workOrder, expected: FORGED };
  });

export const orderFrauds: fc.Arbitrary<MakeFraud> = fc.oneof(
  { weight: 50, arbitrary: forgedOrders },
  { weight: 15, arbitrary: strangersOrders },
  { weight: 20, arbitrary: misdirectedOrders },
  { weight: 7, arbitrary: misheadedOrders },
  { weight: 4, arbitrary: ambiguousOrders },
  { weight: 4, arbitrary: replayedOrders },
);
