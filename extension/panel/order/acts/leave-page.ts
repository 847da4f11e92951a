import { ok } from '@certbridge/shared/contract/result.ts';
import { type FormPage, formPagesOf } from '../state/order-pages.ts';
import type { OrderSession } from '../state/order-session.ts';
import { checkIdentity, isChecked, type Party } from './check-identity.ts';
import { perform } from './perform.ts';
import { pageIsRight } from './point-at-field.ts';
import { saveForm } from './save-form.ts';

/** Who is checked when his page is left. */
const CHECKED_ON: { readonly [P in FormPage]?: Party } = { unit: 'unit', operator: 'operator' };

/** To the next page of the form, when this one is right, kept, and found to be true. */
export async function leavePage(session: OrderSession, page: FormPage): Promise<void> {
  if (!pageIsRight(session, page)) return;
  await perform(session, 'next', async () => {
    const saved = await saveForm(session);
    if (!saved.ok) return saved;
    const party = CHECKED_ON[page];
    if (party && !isChecked(session, party)) {
      const checked = await checkIdentity(session, party);
      if (!checked.ok) return checked;
    }
    goForward(session, page);
    return ok(undefined);
  });
}

function goForward({ applied, formPage }: OrderSession, page: FormPage): void {
  const pages = formPagesOf(applied.holder);
  formPage.value = pages[pages.indexOf(page) + 1] ?? page;
}

/** Back to the page before; undefined when this is the first one. What was typed stays. */
export function pageBefore({ applied }: OrderSession, page: FormPage): FormPage | undefined {
  const pages = formPagesOf(applied.holder);
  return pages[pages.indexOf(page) - 1];
}
