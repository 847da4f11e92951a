import { effect } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryStore } from './gallery/memory-store.ts';
import {
  chooseLanguage,
  errorMessage,
  followLanguage,
  language,
  languageFor,
  loadOrderErrors,
  speak,
  t,
} from './i18n.ts';

afterEach(() => speak('zh-CN'));

describe('the language', () => {
  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['ZH-hk', 'zh-CN'],
    ['en-GB', 'en'],
    ['de', 'en'],
  ])('for a browser in %s is %s', (tag, expected) => {
    expect(languageFor(tag)).toBe(expected);
  });

  it('is the remembered choice before the browser’s', async () => {
    await followLanguage(memoryStore({ language: 'en' }), 'zh-CN');
    expect(language.value).toBe('en');
  });

  it('is the browser’s when what is remembered makes no sense', async () => {
    await followLanguage(memoryStore({ language: 'tlh' }), 'en-US');
    expect(language.value).toBe('en');
  });

  it('changes every text that is shown, without a reload, and is remembered', async () => {
    const store = memoryStore();
    const shown: string[] = [];
    const stop = effect(() => void shown.push(t('key.validUntil', { date: '2025-12-14' })));
    await chooseLanguage(store, 'en');
    stop();
    expect(shown).toEqual(['有效期至 2025-12-14', 'Valid until 2025-12-14']);
    expect(await store.read('language')).toBe('en');
  });

  it('is the last of two quick choices', async () => {
    await Promise.all([speak('en'), speak('zh-CN')]);
    expect(language.value).toBe('zh-CN');
  });

  it('gives an error its three parts with its values', async () => {
    const error = { code: 'MODULE_CRASHED', values: { module: 'OpenSC' } } as const;
    expect(errorMessage(error).what).toContain('“OpenSC”');
    await speak('en');
    expect(errorMessage(error).what).toContain('"OpenSC"');
    expect(Object.keys(errorMessage(error))).toEqual(['what', 'means', 'next']);
  });

  it('gives an order’s error its words as soon as they have come, in the language that is spoken', async () => {
    const error = { code: 'CODE_WRONG', values: { triesLeft: 4 } } as const;
    const shown: string[] = [];
    const stop = effect(() => void shown.push(errorMessage(error).what));
    await loadOrderErrors();
    await speak('en');
    await vi.waitFor(() => expect(shown.at(-1)).toContain('4 tries'));
    stop();
    expect(shown[0]).toBe('');
    expect(shown).toContain('验证码不对，还可以试 4 次。');
  });
});
