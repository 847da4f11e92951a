import type { PublicError } from '../contract/result.ts';
import { fillText } from './fill-text.ts';
import type { ErrorText, ErrorTexts } from './language.ts';

/** The three parts of an error in the words of one language, with the error's values in their places. */
export function errorMessage(error: PublicError, words: ErrorTexts): ErrorText {
  return filledError(words[error.code], error);
}

export function filledError({ what, means, next }: ErrorText, { values }: Pick<PublicError, 'values'>): ErrorText {
  return { what: fillText(what, values), means: fillText(means, values), next: fillText(next, values) };
}
