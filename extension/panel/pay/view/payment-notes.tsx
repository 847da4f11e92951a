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
  readonly orderId: string;
  /** Looked at anew when the order has changed. */
  readonly version: number;
}

/** What became of an order's money. Of an order for which none has come, nothing is said. */
export function PaymentNotes({ ask, clock, orderId, version }: PaymentNotesProps) {
  const file = useMemo(() => createPaymentFile({ ask, clock, sight, orderId }), [ask, clock, orderId]);
  useEffect(() => file.begin(), [file, version]);
  const payment = file.view.value;
  if (!payment || (payment.paidAt === undefined && payment.refunds.length === 0)) return null;
  const { paidAt, paidBy, amount } = payment;
  return (
    <>
      <MoneyBack refunds={payment.refunds} />
      {paidAt !== undefined && (
        <section class="card pay-card">
          <h2>{pt('money.title')}</h2>
          <p>
            {pt('money.paid', { amount: yuan(amount) })}
            {paidBy && <span class="cap">{pt('paid.by', { way: wayName(paidBy), time: momentText(paidAt) })}</span>}
          </p>
        </section>
      )}
      <Invoices file={file} payment={payment} />
    </>
  );
}
