import { AGREEMENTS } from '@certbridge/shared/domain/agreements.ts';
import { CheckField } from '../../../ui/form/check-field.tsx';
import { ot } from '../../../ui/form-words.ts';
import type { AgreementId, OrderDesk } from '../state/order-desk.ts';

/** The sentence that is agreed to. Each text opens over the page, and back from it nothing is lost. */
export function ConsentField({ desk }: { readonly desk: OrderDesk }) {
  return (
    <CheckField field={desk.consent} say={() => ({ text: ot('consent.missing') })}>
      {ot('consent.before')}
      {AGREEMENTS.map(({ id }, index) => (
        <>
          {index > 0 && ot('consent.and')}
          <AgreementLink desk={desk} id={id} />
        </>
      ))}
    </CheckField>
  );
}

/** Its id lets the focus find the way back. */
export function AgreementLink({ desk, id }: { readonly desk: OrderDesk; readonly id: AgreementId }) {
  return (
    <a
      id={agreementLinkId(id)}
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        desk.reading.value = id;
      }}
    >
      {ot(`agreement.${id}`)}
    </a>
  );
}

export function agreementLinkId(id: AgreementId): string {
  return `read-${id}`;
}
