import type { FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import { effect, untracked } from '@preact/signals';
import type { OrderSession } from '../state/order-session.ts';
import { settledFields } from '../state/settled-fields.ts';
import { isUnpriced, priceChoices, pricedChoices } from './price-choices.ts';

/** While the product is chosen: what follows from a choice is filled in, and the service is asked for the price. */
export function followChoices(session: OrderSession): () => void {
  const { applied, form } = session;
  let asked = '';
  return effect(() => {
    const settled = Object.entries(settledFields({ ...applied, fields: form.values.value }));
    for (const [name, value] of settled) form.fields[name as FieldName].edit(value);
    if (settled.length > 0 || !isUnpriced(session)) return;
    const choices = pricedChoices(session);
    // What failed once is asked again by its button, not by each letter that is typed elsewhere on the page.
    if (choices === asked) return;
    asked = choices;
    untracked(() => void priceChoices(session));
  });
}
