import type { FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import { chosenProduct, OTHER_BANK } from '@certbridge/shared/domain/form/form-sections.ts';
import { idKind } from '@certbridge/shared/domain/identity-numbers/id-kind.ts';
import { regionName } from '@certbridge/shared/domain/regions/regions.ts';
import { fillText } from '@certbridge/shared/text/fill-text.ts';
import { idKindNames } from '@certbridge/shared/text/zh-CN/kind-names.ts';
import { orderTexts } from '@certbridge/shared/text/zh-CN/order.ts';
import { uiTexts } from '@certbridge/shared/text/zh-CN/ui.ts';
import { subjectOf } from '../orders/offer-of.ts';
import type { Order } from '../orders/order.ts';

/** What a field says on paper: the words of its choice, or what was typed. */
export function printedValue(order: Order, name: FieldName): string {
  const value = order.fields[name] ?? '';
  switch (name) {
    case 'legal.idKind':
    case 'operator.idKind':
      return idKindName(value);
    case 'unitCheck.way':
    case 'operatorCheck.way':
      return named(uiTexts, `verification.${value}`) ?? value;
    case 'unitCheck.bank':
      return value === OTHER_BANK ? (order.fields['unitCheck.bankName'] ?? '') : value;
    case 'product.id':
      return chosenProduct(subjectOf(order))?.name ?? value;
    case 'product.years':
      return fillText(orderTexts['product.years'], { years: Number(value) });
    case 'product.key':
      return named(orderTexts, `product.key.${value}`) ?? value;
    case 'product.seal':
      return named(orderTexts, `seal.${value}`) ?? value;
    case 'unitCheck.city':
      return regionName(order.fields['unitCheck.province'] ?? '', value) ?? value;
    case 'posting.city':
      return regionName(order.fields['posting.province'] ?? '', value) ?? value;
    default:
      return value;
  }
}

/** A city is printed with its province, and another bank by its name: these say nothing more. */
export const SAID_ELSEWHERE: readonly FieldName[] = ['unitCheck.province', 'posting.province', 'unitCheck.bankName'];

export function idKindName(value: string | undefined): string {
  const kind = idKind.safeParse(value);
  return kind.success ? idKindNames[kind.data] : '';
}

function named(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}
