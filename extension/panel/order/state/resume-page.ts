import { chinaDate } from '@certbridge/shared/domain/china-time.ts';
import { checkForm } from '@certbridge/shared/domain/form/check-form.ts';
import { isChecked } from '../acts/check-identity.ts';
import { fieldsOnPage } from '../acts/point-at-field.ts';
import { type FormPage, firstPageOf, formPagesOf } from './order-pages.ts';
import type { OrderSession } from './order-session.ts';

/** Where an application goes on: the first page on which something is missing, or the last one. */
export function resumePage(session: OrderSession): FormPage {
  const { applied, form, clock } = session;
  const { faults } = checkForm({ ...applied, fields: form.values.peek() }, chinaDate(new Date(clock.now())));
  const faulty = new Set(faults.map(({ field }) => field));
  const pages = formPagesOf(applied.holder);
  const unfinished = pages.find(
    (page) => fieldsOnPage(session, page).some((name) => faulty.has(name)) || isUnchecked(session, page),
  );
  return unfinished ?? pages.at(-1) ?? firstPageOf(applied.holder);
}

function isUnchecked(session: OrderSession, page: FormPage): boolean {
  return (page === 'unit' || page === 'operator') && !isChecked(session, page);
}
