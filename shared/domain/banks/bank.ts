/** In the order in which a list shows them: where most accounts are comes first. */
export const BANK_KINDS = [
  'state',
  'joint-stock',
  'policy',
  'city',
  'private',
  'rural',
  'credit-union',
  'foreign',
] as const;
export type BankKind = (typeof BANK_KINDS)[number];

export interface Bank {
  /** As people and forms write it; it is also what an application keeps. */
  readonly name: string;
  /** First letters of the pinyin, of the name and then of its short forms: zggsyh gh. */
  readonly initials: string;
  readonly aliases?: readonly string[];
}
