import type { OrderView } from '@certbridge/shared/contract/online/order-view.ts';
import { FIELD_NAMES, type FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import { type SectionId, sectionsOf } from '@certbridge/shared/domain/form/form-sections.ts';
import type { Applied } from './order-pages.ts';

export interface ShownSection {
  readonly id: SectionId;
  readonly fields: readonly { readonly name: FieldName; readonly value: string }[];
}

/** The application by its sections, with every value that it has. */
export function shownSections(applied: Applied, order: OrderView): ShownSection[] {
  return sectionsOf({ ...applied, fields: order.fields })
    .map(({ id, fields }) => ({
      id,
      fields: fields.flatMap(({ name }) => {
        const value = order.fields[name];
        return value === undefined || value === '' ? [] : [{ name, value }];
      }),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** Nobody confirms what he has not seen: no field of the order may be missing from what is shown. */
export function showsEverything(order: OrderView, sections: readonly ShownSection[]): boolean {
  const shown = new Set(sections.flatMap(({ fields }) => fields.map(({ name }) => name)));
  return FIELD_NAMES.every((name) => !order.fields[name] || shown.has(name));
}
