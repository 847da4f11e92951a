import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import type { PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import { maskEmail } from '@certbridge/shared/domain/masking.ts';
import { yuan } from '@certbridge/shared/domain/money.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { useEffect, useMemo } from 'preact/hooks';
import { sight } from '../../../platform/sight.ts';
import '../../../ui/card.css';
import { momentText } from '../../../ui/time/moment-text.ts';
import type { OrderSession } from '../../order/state/order-session.ts';
import '../pay.css';
import { pt } from '../pay-words.ts';
import { createPaymentFile } from '../state/payment-file.ts';
import { wayName } from '../way-name.ts';
import { Invoices } from './invoices.tsx';
import { MoneyBack } from './money-back.tsx';

export interface PaymentNotesProps {
  readonly ask: OrderSession['ask'];
  readonly clock: Clock;
  readonly order: OrderView;
}

/** What became of an order's money. Of an order for which none was taken, nothing is said. */
export function PaymentNotes({ ask, clock, order }: PaymentNotesProps) {
  const { id, version, payment, fields } = order;
  const file = useMemo(() => createPaymentFile({ ask, clock, sight, orderId: id }), [ask, clock, id]);
  const isAsked = payment !== 'not-asked' && payment !== 'free';
  // Looked at anew when the order has changed.
  useEffect(() => (isAsked ? file.begin() : undefined), [file, version, isAsked]);
  const known = file.view.value;
  const email = fields['operator.email'];
  const isPaid = payment === 'paid' || known?.paidAt !== undefined;
  return (
    <>
      {known && <MoneyBack refunds={known.refunds} />}
      {known && <Taken payment={known} />}
      {isPaid && <Invoices file={file} invoices={known?.invoices ?? []} email={email && maskEmail(email)} />}
    </>
  );
}

function Taken({ payment: { paidAt, paidBy, amount } }: { readonly payment: PaymentView }) {
  if (paidAt === undefined) return null;
  return (
    <section class="card pay-card">
      <h2>{pt('money.title')}</h2>
      <p>
        {pt('money.paid', { amount: yuan(amount) })}
        {paidBy && <span class="cap">{pt('paid.by', { way: wayName(paidBy), time: momentText(paidAt) })}</span>}
      </p>
    </section>
  );
}
