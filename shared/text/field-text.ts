import type { BankKind } from '../domain/banks/bank.ts';
import type { FieldHint, FieldReason } from '../domain/field-reasons.ts';
import type { FieldName } from '../domain/form/field-names.ts';
import type { IdKind } from '../domain/identity-numbers/id-kind.ts';

/** What a person reads under a field: what is wrong with what stands in it, and how to mend that. */
export interface ReasonText {
  readonly what: string;
  readonly mend: string;
}

/** Complete by type: a reason without words does not compile. */
export type ReasonTexts = { readonly [Reason in FieldReason]: ReasonText };

/** Advice under a field that is accepted. */
export type HintTexts = { readonly [Hint in FieldHint]: string };

export type IdKindNames = { readonly [Kind in IdKind]: string };
export type BankKindNames = { readonly [Kind in BankKind]: string };

/** What a field is called, on screen and on paper, and what helps to fill it in. */
export interface FieldText {
  readonly label: string;
  /** Beside an answer, where the label is worded as a question. */
  readonly noun?: string;
  readonly hint?: string;
}

/** The name of a field beside what stands in it. */
export function nounOf({ label, noun = label }: FieldText): string {
  return noun;
}

/** Complete by type: a field without a name does not compile. */
export type FieldTexts = { readonly [Name in FieldName]: FieldText };
