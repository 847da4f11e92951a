import { describe, expect, it } from 'vitest';
import { ERROR_CODES, ERROR_VALUES, type ErrorCode } from '../contract/errors.ts';
import { errorTexts as en } from './en/errors.ts';
import { errorMessage } from './error-message.ts';
import { placeholdersOf } from './fill-text.ts';
import type { ErrorText } from './language.ts';
import { errorTexts as zhCN } from './zh-CN/errors.ts';

const placesIn = ({ what, means, next }: ErrorText) => placeholdersOf(what + means + next);

describe('the words for errors', () => {
  it.each(ERROR_CODES)(
    '%s says in both languages what happened, what it means and what to do, with the same values',
    (code) => {
      for (const texts of [zhCN, en]) {
        for (const part of Object.values(texts[code])) expect(part.length).toBeGreaterThan(3);
      }
      expect(placesIn(zhCN[code])).toEqual(placesIn(en[code]));
    },
  );

  it.each(ERROR_CODES)('%s leaves open exactly the places whose values the contract demands', (code) => {
    const demanded: Readonly<Partial<Record<ErrorCode, readonly string[]>>> = ERROR_VALUES;
    expect(placesIn(zhCN[code])).toEqual(new Set(demanded[code]));
  });

  it('keep to the voice: 密码 instead of PIN, no exclamation marks, no blame', () => {
    expect(JSON.stringify(Object.values(zhCN))).not.toMatch(/PIN|！|亲|哦|校验失败/);
    expect(JSON.stringify(Object.values(en))).not.toMatch(/!|\bPIN\b/);
  });

  it('carry the values of the error', () => {
    const error = { code: 'MODULE_CRASHED', values: { module: 'SoftHSM2' } } as const;
    expect(errorMessage(error, zhCN).what).toBe('UKey 驱动“SoftHSM2”崩溃了，已重新启动。');
    expect(errorMessage(error, en).what).toBe('The key driver "SoftHSM2" crashed and was restarted.');
  });
});
