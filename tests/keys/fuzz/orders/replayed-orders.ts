import fc from 'fast-check';
import { type MakeFraud, verbs } from './fraud.ts';

/** The order of P-256's base point, SEC 2 section 2.4.2. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const HALF_BYTES = 32;

/** (r, n − s) signs what (r, s) signs: the same order in another spelling, and no less used. */
function respelt(workOrder: string): string {
  const [header = '', payload = '', signature = ''] = workOrder.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  const s = ORDER - BigInt(`0x${bytes.subarray(HALF_BYTES).toString('hex')}`);
  const other = Buffer.from(s.toString(16).padStart(HALF_BYTES * 2, '0'), 'hex');
  return [header, payload, Buffer.concat([bytes.subarray(0, HALF_BYTES), other]).toString('base64url')].join('.');
}

export const replayedOrders: fc.Arbitrary<MakeFraud> = fc.tuple(verbs, fc.boolean()).map(([verb, as]) => (book) => {
  const used = book.used(verb);
  const workOrder = as ? used : respelt(used);
  return { kind: 'replayed', verb, workOrder, expected: ['WORK_ORDER_USED'] };
});
