import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { ot } from '../../../ui/form-words.ts';
import type { OrderDesk } from '../state/order-desk.ts';
import { AgreementLink } from './consent-field.tsx';

/** The texts that belong to the application, each in the version that was agreed to. */
export function AgreementVersions({ desk, order }: { readonly desk: OrderDesk; readonly order: OrderView }) {
  return (
    <ul class="order-agreements">
      {order.agreements.map(({ id, version }) => (
        <li key={id}>
          <AgreementLink desk={desk} id={id} />
          <span class="cap">{ot('agreement.version', { version })}</span>
        </li>
      ))}
    </ul>
  );
}
