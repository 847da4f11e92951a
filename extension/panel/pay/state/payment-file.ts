import type { PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import type { PublicError, Result } from '@certbridge/shared/contract/result.ts';
import { fail } from '@certbridge/shared/contract/result.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { OrderSession } from '../../order/state/order-session.ts';
import { lookAgain, type Sight } from './look-again.ts';

export interface FileParts {
  readonly ask: OrderSession['ask'];
  readonly clock: Clock;
  readonly sight: Sight;
  readonly orderId: string;
}

type InvoiceKind = PaymentView['invoices'][number]['kind'];
type InvoiceAct = 'send' | InvoiceKind;

/** What became of an order's money: who paid, what goes back, and its invoices. */
export interface PaymentFile {
  readonly view: ReadonlySignal<PaymentView | undefined>;
  readonly busy: ReadonlySignal<InvoiceAct | undefined>;
  readonly failure: ReadonlySignal<PublicError | undefined>;
  /** The invoice that was opened last, for whoever's browser opens no tab by itself. */
  readonly link: ReadonlySignal<string | undefined>;
  /** To whom the invoice was sent again, masked. */
  readonly sentTo: ReadonlySignal<string | undefined>;
  /** Reads it, and again while something is still to come. The answer ends it. */
  begin(): () => void;
  open(kind: InvoiceKind): Promise<void>;
  send(): Promise<void>;
}

export function createPaymentFile({ ask, clock, sight, orderId }: FileParts): PaymentFile {
  const view = signal<PaymentView | undefined>(undefined);
  const busy = signal<InvoiceAct | undefined>(undefined);
  const failure = signal<PublicError | undefined>(undefined);
  const link = signal<string | undefined>(undefined);
  const sentTo = signal<string | undefined>(undefined);

  async function look(): Promise<boolean> {
    const read = await ask('payments.read', { id: orderId });
    if (read.ok) view.value = read.value;
    return read.ok ? isMoreToCome(read.value) : read.error.code === 'SERVICE_UNREACHABLE';
  }

  async function act(name: InvoiceAct, work: () => Promise<Result<unknown>>): Promise<void> {
    if (busy.peek() !== undefined) return;
    batch(() => {
      busy.value = name;
      failure.value = undefined;
      sentTo.value = undefined;
      link.value = undefined;
    });
    const result = await work();
    batch(() => {
      busy.value = undefined;
      if (!result.ok) failure.value = result.error;
    });
  }

  return {
    view,
    busy,
    failure,
    link,
    sentTo,
    begin: () => lookAgain({ look, clock, sight }).stop,
    open: (kind) =>
      act(kind, async () => {
        const made = await ask('documents.link', { id: orderId, of: kind === 'red' ? 'red-invoice' : 'invoice' });
        if (!made.ok) return made;
        const { url } = made.value;
        if (!/^https?:\/\//.test(url)) return fail('REPLY_INVALID');
        link.value = url;
        window.open(url, '_blank', 'noopener,noreferrer');
        return made;
      }),
    send: () =>
      act('send', async () => {
        const sent = await ask('invoices.send', { id: orderId });
        if (sent.ok) sentTo.value = sent.value.to;
        return sent;
      }),
  };
}

function isMoreToCome({ refunds, invoices, payment }: PaymentView): boolean {
  return (
    payment === 'refunding' ||
    (payment === 'paid' && invoices.length === 0) ||
    refunds.some(({ standing }) => standing !== 'done') ||
    invoices.some(({ standing }) => standing !== 'issued')
  );
}
