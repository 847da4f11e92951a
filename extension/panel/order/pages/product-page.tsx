import { useEffect } from 'preact/hooks';
import { ReadOnlyField } from '../../../ui/form/read-only-field.tsx';
import { ot } from '../../../ui/form-words.ts';
import { followChoices } from '../acts/follow-choices.ts';
import { prefillInvoice } from '../acts/prefill-invoice.ts';
import { isUnpriced } from '../acts/price-choices.ts';
import { askedFor } from '../fields/fields-of-page.ts';
import { FormField } from '../fields/form-field.tsx';
import { ProductFields } from '../fields/product-fields.tsx';
import { IdentityNote } from '../parts/identity-note.tsx';
import { PageSection } from '../parts/page-section.tsx';
import { PriceLines } from '../parts/price-lines.tsx';
import type { OrderDesk } from '../state/order-desk.ts';
import { FormPageFrame } from './form-page-frame.tsx';

/** What is applied for, what it costs, and to whom the invoice goes. */
export function ProductPage({ desk, onHome }: { readonly desk: OrderDesk; readonly onHome: () => void }) {
  const { session } = desk;
  useEffect(() => {
    prefillInvoice(session);
    return followChoices(session);
  }, [session]);
  const pricing = isUnpriced(session) && session.failure.value?.act !== 'price';
  return (
    <FormPageFrame desk={desk} page="product" onHome={onHome}>
      <IdentityNote desk={desk} party={session.applied.holder === 'unit' ? 'unit' : 'operator'} />
      <ProductFields session={session} />
      <PageSection title={ot('section.price')}>
        <PriceLines price={session.order.value?.price} pricing={pricing} />
      </PageSection>
      <InvoiceSection desk={desk} />
    </FormPageFrame>
  );
}

function InvoiceSection({ desk: { session } }: { readonly desk: OrderDesk }) {
  if (askedFor(session, 'invoice.taxpayerNumber') === 'no' && askedFor(session, 'invoice.title') === 'no') return null;
  return (
    <PageSection title={ot('section.invoice')}>
      {session.applied.holder === 'unit' ? (
        <ReadOnlyField
          label={ot('invoice.title')}
          value={session.form.values.value['unit.name']}
          hint={ot('invoice.titleHint')}
        />
      ) : (
        <FormField session={session} name="invoice.title" />
      )}
      <FormField session={session} name="invoice.taxpayerNumber" />
      <FormField session={session} name="invoice.addressAndPhone" />
      <FormField session={session} name="invoice.bankAndAccount" />
    </PageSection>
  );
}
