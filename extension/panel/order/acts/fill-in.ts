import type { PublicError, Result } from '@certbridge/shared/contract/result.ts';
import { AGREEMENTS } from '@certbridge/shared/domain/agreements.ts';
import type { OwnedField } from '../../../ui/form/field-state.ts';
import { fillForm } from '../state/application-form.ts';
import type { CaptchaDesk } from '../state/captcha-desk.ts';
import { type OrderSession, orderSeen } from '../state/order-session.ts';
import { isChecked } from './check-identity.ts';
import { perform } from './perform.ts';
import { pointAtFirst } from './point-at-field.ts';
import { saveForm } from './save-form.ts';

export interface LastPage {
  readonly captcha: CaptchaDesk;
  readonly consent: OwnedField<boolean, 'missing'>;
}

/** Ends the form. Every fault stands at its field, on whatever page, and the first one is shown. */
export async function fillIn(session: OrderSession, { captcha, consent }: LastPage): Promise<void> {
  const { form } = session;
  const right = form.checkAll();
  const given = captcha.given();
  consent.leave();
  if (!right) {
    pointAtFirst(
      session,
      form.inUse.peek().filter((name) => form.fields[name].error.peek() !== undefined),
    );
    return;
  }
  if (!given) return captcha.field.focus();
  if (consent.error.peek() !== undefined) return consent.focus();
  await perform(session, 'next', async () => {
    const saved = await saveForm(session);
    if (!saved.ok) return saved;
    // The versions whose texts this panel can show, and no others.
    const filled = await session.ask('orders.fillIn', {
      ...orderSeen(session),
      captcha: given,
      agreements: [...AGREEMENTS],
    });
    if (!filled.ok) return refused(session, { captcha, error: filled.error });
    fillForm(form, session.applied, filled.value.fields);
    captcha.usedUp();
    consent.fill(false);
    session.adopt(filled.value);
    return filled;
  });
}

interface Refusal {
  readonly captcha: CaptchaDesk;
  readonly error: PublicError;
}

/** A question that was answered is used up, rightly answered or not. */
async function refused(session: OrderSession, { captcha, error }: Refusal): Promise<Result<unknown>> {
  await captcha.another();
  if (error.code === 'CAPTCHA_WRONG' || error.code === 'CAPTCHA_OVER') {
    captcha.field.refuse(error.code);
    captcha.field.focus();
  }
  if (error.code === 'IDENTITY_NOT_CHECKED') {
    const unitToDo = session.applied.holder === 'unit' && !isChecked(session, 'unit');
    pointAtFirst(session, [unitToDo ? 'unitCheck.way' : 'operatorCheck.way']);
  }
  return { ok: false, error };
}
