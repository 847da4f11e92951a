import { ot } from '../../../ui/form-words.ts';
import { FormField } from '../fields/form-field.tsx';
import { IdKindField } from '../fields/id-kind-field.tsx';
import { PersonWayChoice } from '../fields/way-choice.tsx';
import { PageSection } from '../parts/page-section.tsx';
import { whoActs } from '../parts/step-title.ts';
import type { OrderDesk } from '../state/order-desk.ts';
import { FormPageFrame } from './form-page-frame.tsx';

/** Who acts: the operator of a unit, its seal administrator, or a person for himself. */
export function OperatorPage({ desk, onHome }: { readonly desk: OrderDesk; readonly onHome: () => void }) {
  const { session } = desk;
  const who = whoActs(session.applied);
  const byCard = session.form.values.value['operatorCheck.way'] === 'bank-card';
  return (
    <FormPageFrame desk={desk} page="operator" onHome={onHome}>
      <PersonWayChoice session={session} />
      <PageSection title={ot(`section.${who}`)}>
        <p class="cap">{ot(`operator.text.${who}`)}</p>
        <div class="pair">
          <FormField session={session} name="operator.name" />
          <FormField session={session} name="operator.mobile" />
        </div>
        <div class="pair">
          <IdKindField session={session} name="operator.idKind" />
          <FormField session={session} name="operator.idNumber" />
        </div>
        <FormField session={session} name="operator.email" />
        <div class="pair">
          <FormField session={session} name="operator.unit" />
          <FormField session={session} name="operator.department" />
        </div>
      </PageSection>
      {byCard && (
        <PageSection title={ot(`section.card.${who}`)}>
          <FormField session={session} name="operatorCheck.cardNumber" />
          <FormField session={session} name="operatorCheck.cardMobile" />
        </PageSection>
      )}
    </FormPageFrame>
  );
}
