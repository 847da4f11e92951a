import type { FieldName, FormFields } from '@certbridge/shared/domain/form/field-names.ts';
import { OTHER_BANK } from '@certbridge/shared/domain/form/form-sections.ts';
import { idKind } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import { citiesOf, provinces } from '@certbridge/shared/domain/regions/regions.ts';
import { formWords, ot } from '../../../ui/form-words.ts';
import type { Applied } from '../state/order-pages.ts';
import { wayName } from './way-name.ts';

export interface Shown {
  readonly applied: Applied;
  readonly fields: FormFields;
}

/** A value as people read it; what cannot be named stands as it is. */
export function shownValue(name: FieldName, { applied, fields }: Shown): string {
  const value = fields[name] ?? '';
  switch (name) {
    case 'unitCheck.way':
    case 'operatorCheck.way':
      return wayName(value);
    case 'legal.idKind':
    case 'operator.idKind': {
      const kind = idKind.safeParse(value);
      return kind.success ? formWords().idKinds[kind.data] : value;
    }
    case 'unitCheck.bank':
      return value === OTHER_BANK ? ot('bank.other') : value;
    case 'unitCheck.province':
    case 'posting.province':
      return nameOf(provinces(), value);
    case 'unitCheck.city':
      return nameOf(citiesOf(fields['unitCheck.province'] ?? ''), value);
    case 'posting.city':
      return nameOf(citiesOf(fields['posting.province'] ?? ''), value);
    case 'product.id':
      return applied.channel.products.find(({ id }) => id === value)?.name ?? value;
    case 'product.years':
      return ot('product.years', { years: value });
    case 'product.key':
      return ot(value === 'no' ? 'product.key.no' : 'product.key.yes');
    case 'product.seal':
      return sealName(value);
    default:
      return value;
  }
}

function nameOf(regions: readonly { readonly code: string; readonly name: string }[], code: string): string {
  return regions.find((region) => region.code === code)?.name ?? code;
}

function sealName(value: string): string {
  switch (value) {
    case 'none':
    case 'company':
    case 'company-and-legal-representative':
    case 'personal':
      return ot(`seal.${value}`);
    default:
      return value;
  }
}
