import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { errorTexts as en } from '@certbridge/shared/text/en/errors.ts';
import { errorMessage } from '@certbridge/shared/text/error-message.ts';
import { errorTexts as zhCN } from '@certbridge/shared/text/zh-CN/errors.ts';

/** An open place: a name that was not filled in, or the dots that stand for a missing value. */
export const OPEN_PLACE = /[{}…]|undefined/;

/** Everything that people read of an error, in both languages. */
export function wordsOfError(error: PublicError): string {
  return [zhCN, en].flatMap((texts) => Object.values(errorMessage(error, texts))).join('\n');
}
