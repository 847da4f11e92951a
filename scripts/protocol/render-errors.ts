import { COMMON_ERRORS, ERROR_CODES, type ErrorCode } from '@certbridge/shared/contract/errors.ts';
import { errorTexts as english } from '@certbridge/shared/text/en/errors.ts';
import type { ErrorText } from '@certbridge/shared/text/language.ts';
import { errorTexts as chinese } from '@certbridge/shared/text/zh-CN/errors.ts';

/** Every error that can cross a boundary, with what a person reads. */
export function renderErrors(): string {
  const common: readonly ErrorCode[] = COMMON_ERRORS;
  const rows = ERROR_CODES.map((code) => errorRow(code, common.includes(code) ? ' *' : ''));
  return [
    '## 错误 · Errors',
    '',
    '<a id="errors"></a>What happened, what it means, what to do. `{name}` stands for a value of the error. Any operation may answer with those marked *.',
    '',
    '| | 中文 | English |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

export function errorRow(code: ErrorCode, mark = ''): string {
  return `| \`${code}\`${mark} | ${sentences(chinese[code], '')} | ${sentences(english[code], ' ')} |`;
}

function sentences({ what, means, next }: ErrorText, between: string): string {
  return [what, means, next].join(between).replaceAll('|', '\\|').replaceAll('\n', ' ');
}
