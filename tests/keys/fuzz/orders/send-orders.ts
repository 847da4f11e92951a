/** Work orders that must not be obeyed, each with everything else that the verb would need. */
import { WORK_ORDER_VERBS, type WorkOrderVerb } from '@certbridge/shared/contract/work-order.ts';
import { codeOf, type FuzzLine } from '../fuzz-line.ts';
import { errandsOf } from './errands.ts';
import type { MakeFraud } from './fraud.ts';
import type { OrderBook } from './order-book.ts';

const utf8 = new TextEncoder();

export interface FraudToSend {
  readonly make: MakeFraud;
  readonly id: string;
}

export async function sendFraud(line: FuzzLine, book: OrderBook, { make, id }: FraudToSend): Promise<void> {
  const { kind, verb, workOrder, expected } = make(book);
  line.listen(id, (result) => {
    const code = codeOf(result);
    const named: readonly string[] = expected;
    if (!named.includes(code)) line.ledger.wrong.push(`${kind} ${verb}: ${code} where ${expected.join('/')} is right`);
  });
  const input = { ...errandsOf(book.key)[verb].input, workOrder };
  await line.send(utf8.encode(JSON.stringify({ type: 'request', id, operation: verb, input })));
}

/** Genuine orders, each used once in a way that is refused behind the door, before the key is touched. */
export async function useUp(line: FuzzLine, book: OrderBook): Promise<void> {
  book.renew();
  for (const verb of WORK_ORDER_VERBS) {
    const { harmless, harmlessTerms, input } = errandsOf(book.key)[verb];
    const claims = book.claims(verb);
    const workOrder = book.sign({ ...claims, terms: harmlessTerms ?? claims.terms });
    const answer = await line.ask(verb, { ...input, ...harmless, workOrder } as never);
    const code = answer ? codeOf(answer) : 'no answer';
    if (code.startsWith('WORK_ORDER') || code === 'no answer') line.ledger.wrong.push(`genuine ${verb}: ${code}`);
    book.noteUsed(verb, workOrder);
  }
}

/** The same errands with orders that hold: were they refused as well, the refusals before them would prove nothing. */
export async function verbsRefused(line: FuzzLine, book: OrderBook): Promise<WorkOrderVerb[]> {
  const refused: WorkOrderVerb[] = [];
  for (const verb of WORK_ORDER_VERBS) {
    const workOrder = book.sign(book.claims(verb));
    const answer = await line.ask(verb, { ...errandsOf(book.key)[verb].input, workOrder } as never);
    if (!answer || codeOf(answer).startsWith('WORK_ORDER')) refused.push(verb);
  }
  return refused;
}
