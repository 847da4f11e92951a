import type { Language } from '@certbridge/shared/text/language.ts';
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { laterWords } from './later-words.ts';

const ticked = () => new Promise((resolve) => setImmediate(resolve));

function bench() {
  const language = signal<Language>('zh-CN');
  const fetched: Language[] = [];
  const arrive: (() => void)[] = [];
  const pack = (one: Language) => () => {
    fetched.push(one);
    return new Promise<string>((resolve) => arrive.push(() => resolve(one)));
  };
  const words = laterWords(language, { 'zh-CN': pack('zh-CN'), en: pack('en') });
  const comes = async (index: number) => {
    arrive[index]?.();
    await ticked();
  };
  return { language, fetched, words, comes };
}

describe('words that come later', () => {
  it('are not fetched before somebody wants them', () => {
    const { language, fetched } = bench();
    language.value = 'en';
    expect(fetched).toEqual([]);
  });

  it('follow the language from then on, and the old ones stay until the new have come', async () => {
    const { language, words, fetched, comes } = bench();
    void words.load();
    await comes(0);
    await comes(1);
    expect(words.spoken.value).toBe('zh-CN');
    language.value = 'en';
    expect(words.spoken.value).toBe('zh-CN');
    await comes(fetched.indexOf('en'));
    expect(words.spoken.value).toBe('en');
  });

  it('are those of the last choice, whichever arrive first', async () => {
    const { language, words, fetched, comes } = bench();
    void words.load();
    language.value = 'en';
    language.value = 'zh-CN';
    await comes(fetched.indexOf('en'));
    expect(words.spoken.value).toBeUndefined();
    await comes(0);
    expect(words.spoken.value).toBe('zh-CN');
  });
});
