import type { BankKindNames, FieldTexts, HintTexts, IdKindNames, ReasonTexts } from './field-text.ts';
import type { Language } from './language.ts';
import type { OrderTexts } from './order-text.ts';

/**
 * The words that only forms need, in one language. Apart from `LanguagePack`, which comes with every page: whoever shows
 * no form does not load them.
 */
export interface FormPack {
  readonly language: Language;
  readonly fields: FieldTexts;
  readonly order: OrderTexts;
  readonly reasons: ReasonTexts;
  readonly hints: HintTexts;
  /** The button that takes over a repair; `{value}` is what the field will hold. */
  readonly repair: string;
  readonly idKinds: IdKindNames;
  readonly bankKinds: BankKindNames;
}
