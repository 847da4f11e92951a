import type { FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import { chosenProduct, type FormSubject } from '@certbridge/shared/domain/form/form-sections.ts';

/** Most people have one; whoever has another paper chooses it. */
const USUAL_ID_KIND = 'resident-id';

/**
 * Answers that nobody has to be asked for, because there is only one; and what no longer fits a product that was changed.
 * Only what differs from what stands there.
 */
export function settledFields({ channel, holder, fields }: FormSubject): { [Name in FieldName]?: string } {
  const products = channel.products.filter((product) => product.holder === holder);
  const productId = only(products.map(({ id }) => id)) ?? fields['product.id'] ?? '';
  const product = chosenProduct({ channel, holder, fields: { ...fields, 'product.id': productId } });
  const years = product?.years.map(String) ?? [];
  const settled: { readonly [Name in FieldName]?: string } = {
    'unitCheck.way': fields['unitCheck.way'] || (only(channel.unitVerifications) ?? ''),
    'operatorCheck.way': fields['operatorCheck.way'] || (only(channel.personVerifications) ?? ''),
    'legal.idKind': fields['legal.idKind'] || USUAL_ID_KIND,
    'operator.idKind': fields['operator.idKind'] || USUAL_ID_KIND,
    'product.id': productId,
    'product.years': fitting(years, fields['product.years']),
    'product.seal': fitting(product?.seals ?? [], fields['product.seal']),
  };
  return Object.fromEntries(
    Object.entries(settled).filter(([name, value]) => value !== (fields[name as FieldName] ?? '')),
  );
}

function only<Value>(list: readonly Value[]): Value | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function fitting(offered: readonly string[], chosen: string | undefined): string {
  return only(offered) ?? offered.find((one) => one === chosen) ?? '';
}
