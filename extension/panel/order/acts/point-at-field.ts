import type { FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import { sectionsOf } from '@certbridge/shared/domain/form/form-sections.ts';
import { batch } from '@preact/signals';
import { type FormPage, formPagesOf, pageOfSection } from '../state/order-pages.ts';
import type { OrderSession } from '../state/order-session.ts';

/** The fields of a page, in the order in which it draws them. */
export function fieldsOnPage(session: OrderSession, page: FormPage): FieldName[] {
  const { applied, form } = session;
  const sections = sectionsOf({ ...applied, fields: form.values.peek() }).filter(
    ({ id }) => pageOfSection(id) === page,
  );
  const names = sections.flatMap(({ fields }) => fields.map(({ name }) => name));
  // How somebody is checked is chosen first; card and account follow those whose they are.
  return [...names.filter((name) => !isCheckDetail(name)), ...names.filter(isCheckDetail)];
}

function isCheckDetail(name: FieldName): boolean {
  return /^(unit|operator)Check\.(?!way$)/.test(name);
}

/** Opens the page of the first of these fields, and lets the focus go there. */
export function pointAtFirst(session: OrderSession, names: readonly FieldName[]): void {
  for (const page of formPagesOf(session.applied.holder)) {
    const first = fieldsOnPage(session, page).find((name) => names.includes(name));
    if (first) {
      batch(() => {
        session.formPage.value = page;
        session.pointAt.value = first;
      });
      return;
    }
  }
}

/** Whether everything on a page is right; what is not says so, and the focus goes to the first. */
export function pageIsRight(session: OrderSession, page: FormPage): boolean {
  const names = fieldsOnPage(session, page);
  batch(() => {
    for (const name of names) session.form.fields[name].leave();
  });
  const wrong = names.filter((name) => session.form.fields[name].error.peek() !== undefined);
  if (wrong.length > 0) pointAtFirst(session, wrong);
  return wrong.length === 0;
}
