import { effect, type Signal, signal } from '@preact/signals';
import { createField, type OwnedField } from '../../../ui/form/field-state.ts';
import { createAuthorisingDesk } from '../acts/authorising-desk.ts';
import { createSigningDesk } from '../acts/signing-desk.ts';
import { createMaterialsDesk, type MaterialsDesk } from '../materials/materials-desk.ts';
import { type CaptchaDesk, createCaptchaDesk } from './captcha-desk.ts';
import type { CodeDesk } from './code-desk.ts';
import type { OrderSession } from './order-session.ts';

/** Everything that one application needs beside its form; it outlives the page that shows it. */
export interface OrderDesk {
  readonly session: OrderSession;
  readonly captcha: CaptchaDesk;
  readonly consent: OwnedField<boolean, 'missing'>;
  readonly materials: MaterialsDesk;
  readonly signing: CodeDesk;
  readonly authorising: CodeDesk;
  /** The agreement that is being read, over whatever page. */
  readonly reading: Signal<AgreementId | undefined>;
  /** Whether the question to cancel is open. */
  readonly cancelling: Signal<boolean>;
}

export type AgreementId = 'service-agreement' | 'privacy-policy';

export function createOrderDesk(session: OrderSession): OrderDesk {
  const signing = createSigningDesk(session);
  const authorising = createAuthorisingDesk(session);
  // Back at the form, a code that was on its way would sign what may still change.
  effect(() => {
    if (session.order.value?.state !== 'drafting') return;
    signing.forget();
    authorising.forget();
  });
  return {
    session,
    captcha: createCaptchaDesk(session),
    consent: createField<boolean, 'missing'>({ initial: false, check: (agreed) => (agreed ? undefined : 'missing') }),
    materials: createMaterialsDesk(session),
    signing,
    authorising,
    reading: signal(undefined),
    cancelling: signal(false),
  };
}
