import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { errorTexts as english } from '@certbridge/shared/text/en/errors.ts';
import { errorMessage } from '@certbridge/shared/text/error-message.ts';
import { errorTexts as chinese } from '@certbridge/shared/text/zh-CN/errors.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What happened, and what to do, in both languages; the hotline's word behind it. */
export function wordsOf(error: PublicError): { readonly what: Words; readonly fix: Words } {
  const zh = errorMessage(error, chinese);
  const en = errorMessage(error, english);
  const support = error.support ? ` [${error.code}: ${error.support}]` : ` [${error.code}]`;
  return { what: { zh: zh.what, en: `${en.what}${support}` }, fix: { zh: zh.next, en: en.next } };
}
