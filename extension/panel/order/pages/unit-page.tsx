import { ReadOnlyField } from '../../../ui/form/read-only-field.tsx';
import { ot } from '../../../ui/form-words.ts';
import { checkOf } from '../acts/check-identity.ts';
import { BankField } from '../fields/bank-field.tsx';
import { FormField } from '../fields/form-field.tsx';
import { IdKindField } from '../fields/id-kind-field.tsx';
import { PlaceField } from '../fields/place-field.tsx';
import { UnitWayChoice } from '../fields/way-choice.tsx';
import { IdentityNote } from '../parts/identity-note.tsx';
import { PageSection } from '../parts/page-section.tsx';
import type { OrderDesk } from '../state/order-desk.ts';
import { FormPageFrame } from './form-page-frame.tsx';

/** Who applies, and how that is verified: the unit and its legal representative. */
export function UnitPage({ desk, onHome }: { readonly desk: OrderDesk; readonly onHome: () => void }) {
  const { session } = desk;
  const returned = checkOf(session, 'unit')?.standing === 'transfer-returned';
  return (
    <FormPageFrame desk={desk} page="unit" onHome={onHome}>
      {returned && <IdentityNote desk={desk} party="unit" />}
      <UnitWayChoice session={session} />
      <PageSection title={ot('section.unit')}>
        <FormField session={session} name="unit.name" />
        <FormField session={session} name="unit.creditCode" />
        <div class="pair">
          <FormField session={session} name="unit.phone" />
          <FormField session={session} name="unit.department" />
        </div>
      </PageSection>
      <PageSection title={ot('section.legal-representative')}>
        <div class="pair">
          <FormField session={session} name="legal.name" />
          <FormField session={session} name="legal.mobile" />
        </div>
        <div class="pair">
          <IdKindField session={session} name="legal.idKind" />
          <FormField session={session} name="legal.idNumber" />
        </div>
      </PageSection>
      <WayDetails desk={desk} />
    </FormPageFrame>
  );
}

/** What the chosen way needs beside the names: a card, or an account. */
function WayDetails({ desk: { session } }: { readonly desk: OrderDesk }) {
  const { values } = session.form;
  switch (values.value['unitCheck.way']) {
    case 'legal-representative-card':
      return (
        <PageSection title={ot('section.card')}>
          <FormField session={session} name="unitCheck.cardNumber" />
          <FormField session={session} name="unitCheck.cardMobile" />
        </PageSection>
      );
    case 'account-transfer':
      return (
        <PageSection title={ot('section.account')}>
          <ReadOnlyField label={ot('account.name')} value={values.value['unit.name']} hint={ot('account.nameHint')} />
          <FormField session={session} name="unitCheck.accountNumber" />
          <BankField session={session} />
          <PlaceField session={session} of="unitCheck" />
        </PageSection>
      );
    default:
      return null;
  }
}
