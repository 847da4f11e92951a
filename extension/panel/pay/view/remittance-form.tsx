import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { Field } from '../../../ui/form/field.tsx';
import { hasLeft } from '../../../ui/form/has-left.ts';
import '../../../ui/form/input.css';
import { TextField } from '../../../ui/form/text-field.tsx';
import { MaterialSlotCard } from '../../order/parts/material-slot.tsx';
import { PageSection } from '../../order/parts/page-section.tsx';
import type { OrderDesk } from '../../order/state/order-desk.ts';
import { pt } from '../pay-words.ts';
import type { RemittanceDesk, RemittanceProblem } from '../state/remittance-desk.ts';

export interface RemittanceFormProps {
  readonly desk: OrderDesk;
  readonly remittance: RemittanceDesk;
}

/** The voucher, who has transferred, and when. */
export function RemittanceForm({ desk, remittance: { form } }: RemittanceFormProps) {
  const { session } = desk;
  const voucher = session.order.value?.materials.find(({ slot }) => slot === 'remittance-voucher');
  return (
    <PageSection title={pt('remit.title')}>
      <p class="order-lead">{pt('remit.how')}</p>
      {voucher && <MaterialSlotCard desk={desk} material={voucher} />}
      <TextField
        field={form.fields.payer}
        label={pt('remit.payer')}
        hint={pt('remit.payerHint')}
        say={sayRemittance}
        autocomplete="off"
      />
      <Field field={form.fields.paidOn} label={pt('remit.paidOn')} say={sayRemittance}>
        {(control) => (
          <input
            {...control}
            class="inp"
            type="date"
            max={chinaDate(new Date(session.clock.now()))}
            value={form.fields.paidOn.value.value}
            onInput={({ currentTarget }) => form.fields.paidOn.edit(currentTarget.value)}
            onBlur={(event) => {
              if (hasLeft(event)) form.fields.paidOn.leave();
            }}
          />
        )}
      </Field>
    </PageSection>
  );
}

function sayRemittance(problem: RemittanceProblem) {
  return { text: pt(`remit.${problem}`) };
}
