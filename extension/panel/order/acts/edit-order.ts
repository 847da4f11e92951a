import { batch } from '@preact/signals';
import { fillForm } from '../state/application-form.ts';
import type { FormPage } from '../state/order-pages.ts';
import { type OrderSession, orderSeen } from '../state/order-session.ts';
import { perform } from './perform.ts';

/** Back to the form, at the page that is to be changed. */
export async function editOrder(session: OrderSession, page: FormPage): Promise<void> {
  await perform(session, 'edit', async () => {
    const edited = await session.ask('orders.edit', orderSeen(session));
    if (!edited.ok) return edited;
    batch(() => {
      fillForm(session.form, session.applied, edited.value.fields);
      session.formPage.value = page;
      session.adopt(edited.value);
    });
    return edited;
  });
}
