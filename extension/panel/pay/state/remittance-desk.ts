import type { PaymentView, TransferWay } from '@certbridge/shared/contract/online/payments.ts';
import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { type Signal, signal } from '@preact/signals';
import { createForm, type Form } from '../../../ui/form/form-state.ts';
import { perform } from '../../order/acts/perform.ts';
import { type OrderSession, orderSeen } from '../../order/state/order-session.ts';
import type { Cashier } from './cashier.ts';

export type RemittanceProblem = 'noPayer' | 'noDate' | 'dateToCome';

export interface RemittanceFields {
  readonly way: TransferWay;
  readonly payer: string;
  /** 2025-11-21 */
  readonly paidOn: string;
}

/** The announcement of money that comes by bank. */
export interface RemittanceDesk {
  readonly form: Form<RemittanceFields, RemittanceProblem>;
  /** What was handed in is to be corrected. */
  readonly again: Signal<boolean>;
  handIn(): Promise<void>;
}

export function createRemittanceDesk(session: OrderSession, cashier: Cashier): RemittanceDesk {
  const today = () => chinaDate(new Date(session.clock.now()));
  const fields = session.order.peek()?.fields;
  const again = signal(false);
  const form = createForm<RemittanceFields, RemittanceProblem>({
    initial: { way: 'remittance', payer: fields?.['unit.name'] ?? fields?.['operator.name'] ?? '', paidOn: today() },
    check: (name, values) => problemOf(name, { values, today: today() }),
  });
  return {
    form,
    again,
    async handIn() {
      if (!form.checkAll()) {
        form.focusFirstInvalid();
        return;
      }
      const { way, payer, paidOn } = form.values.peek();
      await perform(session, 'remit', async () => {
        const taken = takenWay(cashier.view.peek(), way);
        const handedIn = await session.ask('payments.remit', {
          ...orderSeen(session),
          way: taken,
          payer: payer.trim(),
          paidOn,
        });
        if (handedIn.ok) {
          cashier.take(handedIn.value);
          again.value = false;
        }
        return handedIn;
      });
    },
  };
}

/** Where there is one way only, nobody is asked for it. */
function takenWay(view: PaymentView | undefined, chosen: TransferWay): TransferWay {
  const ways = (view?.transfer?.accounts ?? []).map(({ way }) => way);
  return ways.includes(chosen) ? chosen : (ways[0] ?? chosen);
}

interface Typed {
  readonly values: RemittanceFields;
  readonly today: string;
}

function problemOf(name: keyof RemittanceFields, { values, today }: Typed): RemittanceProblem | undefined {
  switch (name) {
    case 'way':
      return undefined;
    case 'payer':
      return values.payer.trim() === '' ? 'noPayer' : undefined;
    case 'paidOn':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(values.paidOn)) return 'noDate';
      return values.paidOn > today ? 'dateToCome' : undefined;
  }
}
