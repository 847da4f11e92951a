import type { ComponentType } from 'preact';
import { ot } from '../../ui/form-words.ts';
import { PaidPlace, PayPlace } from '../pay/pay-places.tsx';
import './order-screen.css';
import { AgreementPage } from './pages/agreement-page.tsx';
import { AuthorisePage } from './pages/authorise-page.tsx';
import { ConfirmPage } from './pages/confirm-page.tsx';
import { MaterialsPage } from './pages/materials-page.tsx';
import { OperatorPage } from './pages/operator-page.tsx';
import { ProductPage } from './pages/product-page.tsx';
import { SendPage } from './pages/send-page.tsx';
import { SignPage } from './pages/sign-page.tsx';
import { StatusPage } from './pages/status-page.tsx';
import { UnitPage } from './pages/unit-page.tsx';
import { CancelDialog } from './parts/cancel-dialog.tsx';
import type { OrderDesk } from './state/order-desk.ts';
import type { Page } from './state/order-pages.ts';
import { useFocusOfStep } from './use-focus-of-step.ts';

export interface OrderScreenProps {
  readonly desk: OrderDesk;
  readonly onHome: () => void;
}

const PAGES: { readonly [P in Page]: ComponentType<OrderScreenProps> } = {
  unit: UnitPage,
  product: ProductPage,
  operator: OperatorPage,
  send: SendPage,
  confirm: ConfirmPage,
  authorise: AuthorisePage,
  materials: MaterialsPage,
  sign: SignPage,
  pay: PayPlace,
  paid: PaidPlace,
  status: StatusPage,
};

/** The step at which an application stands, or the agreement that is being read over it. */
export function OrderScreen({ desk, onHome }: OrderScreenProps) {
  useFocusOfStep(desk);
  const reading = desk.reading.value;
  const Step = PAGES[desk.session.page.value];
  return (
    <>
      {reading ? <AgreementPage desk={desk} id={reading} /> : <Step desk={desk} onHome={onHome} />}
      <CancelDialog desk={desk} />
      <p class="sr" role="status">
        {desk.session.page.value === 'paid' && ot('status.paidSaid')}
      </p>
    </>
  );
}
