import type { FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import { unsavedFields } from '../state/application-form.ts';
import type { OrderSession } from '../state/order-session.ts';
import { performBeside } from './perform.ts';
import { saveFields } from './save-form.ts';

/** What the price depends on. */
const PRICED: readonly FieldName[] = ['product.id', 'product.years', 'product.key', 'product.seal'];

/** The choices that the service has priced are not those on the screen. */
export function isUnpriced(session: OrderSession): boolean {
  const kept = session.order.value?.fields ?? {};
  return pricedChoices(session) !== asText(PRICED.map((name) => kept[name] ?? ''));
}

/** As one text, to be compared. */
export function pricedChoices({ form }: OrderSession): string {
  const inUse = form.inUse.value;
  return asText(PRICED.map((name) => (inUse.includes(name) ? form.values.value[name] : '')));
}

function asText(choices: readonly string[]): string {
  return choices.join(' ');
}

/** The price is the service's: it is told each choice, and answers with the lines. */
export async function priceChoices(session: OrderSession): Promise<void> {
  if (!session.order.peek() || !isUnpriced(session)) return;
  await performBeside(session, 'price', () => {
    const unsaved = unsavedFields(session.form, session.order.peek()?.fields ?? {});
    return saveFields(session, Object.fromEntries(Object.entries(unsaved).filter(([name]) => isPriced(name))));
  });
}

function isPriced(name: string): boolean {
  return PRICED.some((priced) => priced === name);
}
