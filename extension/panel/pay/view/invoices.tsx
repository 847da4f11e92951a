import type { PaymentView } from '@certbridge/shared/contract/online/payments.ts';
import { Button } from '../../../ui/button.tsx';
import '../../../ui/card.css';
import { errorMessage } from '../../../ui/i18n.ts';
import { pt } from '../pay-words.ts';
import type { PaymentFile } from '../state/payment-file.ts';

export interface InvoicesProps {
  readonly file: PaymentFile;
  readonly invoices: PaymentView['invoices'];
  /** Where they go, masked. */
  readonly email: string | undefined;
}

/** The e-invoice, and the red one that reverses it: to be downloaded, or sent once more. */
export function Invoices({ file, invoices, email }: InvoicesProps) {
  // That the blue one is on its way is said by the line above.
  const shown = invoices.filter(({ kind, standing }) => kind === 'red' || standing === 'issued');
  const isIssued = invoices.some(({ standing }) => standing === 'issued');
  return (
    <section class="card pay-card">
      <h2>{pt('invoice.title')}</h2>
      {!isIssued && <p>{email ? pt('paid.invoiceTo', { email }) : pt('paid.invoiceNoEmail')}</p>}
      {shown.map((invoice) => (
        <InvoiceLine key={invoice.kind} file={file} invoice={invoice} />
      ))}
      {isIssued && (
        <Button kind="quiet" size="row" icon="send" busy={file.busy.value === 'send'} onClick={() => void file.send()}>
          {pt('invoice.send')}
        </Button>
      )}
      <p>{pt('paid.mailbox')}</p>
      <p class="cap" role="status">
        {file.sentTo.value !== undefined && pt('invoice.sent', { to: file.sentTo.value })}
        {file.failure.value && errorMessage(file.failure.value).what}
        {file.link.value !== undefined && (
          <>
            {pt('invoice.opened')}{' '}
            <a href={file.link.value} target="_blank" rel="noopener noreferrer">
              {pt('invoice.open')}
            </a>
          </>
        )}
      </p>
    </section>
  );
}

interface InvoiceLineProps {
  readonly file: PaymentFile;
  readonly invoice: PaymentView['invoices'][number];
}

function InvoiceLine({ file, invoice: { kind, standing, number } }: InvoiceLineProps) {
  return (
    <div class="pay-invoice">
      <p>
        <b>{pt(`invoice.${kind}`)}</b>
        {number !== undefined && <span class="mono">{pt('invoice.number', { number })}</span>}
        {standing === 'asked' && <span>{pt('invoice.redAsked')}</span>}
      </p>
      {standing === 'issued' && (
        <Button size="row" icon="invoice" busy={file.busy.value === kind} onClick={() => void file.open(kind)}>
          {pt(kind === 'red' ? 'invoice.downloadRed' : 'invoice.download')}
        </Button>
      )}
    </div>
  );
}
