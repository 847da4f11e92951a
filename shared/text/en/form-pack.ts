import type { FormPack } from '../form-pack.ts';
import { fieldTexts } from './fields.ts';
import { bankKindNames, idKindNames } from './kind-names.ts';
import { orderTexts } from './order.ts';
import { hintTexts, reasonTexts, repairText } from './reasons.ts';

export const formPack: FormPack = {
  language: 'en',
  fields: fieldTexts,
  order: orderTexts,
  reasons: reasonTexts,
  hints: hintTexts,
  repair: repairText,
  idKinds: idKindNames,
  bankKinds: bankKindNames,
};
