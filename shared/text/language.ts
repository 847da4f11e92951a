import type { GeneralErrorCode, KeyWorkErrorCode, OrderErrorCode } from '../contract/errors.ts';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * What a person reads about an error, in three parts: what happened, what it means, what to do.
 * `{name}` stands for a value of the error.
 */
export interface ErrorText {
  readonly what: string;
  readonly means: string;
  readonly next: string;
}

/** Complete by type: a code without words does not compile. */
export type GeneralErrorTexts = { readonly [Code in GeneralErrorCode]: ErrorText };
export type KeyWorkErrorTexts = { readonly [Code in KeyWorkErrorCode]: ErrorText };
export type OrderErrorTexts = { readonly [Code in OrderErrorCode]: ErrorText };
export type ErrorTexts = GeneralErrorTexts & KeyWorkErrorTexts & OrderErrorTexts;
