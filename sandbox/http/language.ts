import type { Language } from '@certbridge/shared/text/language.ts';

/** Chinese unless `?lang=en` asks for English; anything else is Chinese too, a public page does not argue. */
export function languageOf(query: unknown): Language {
  const asked = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined;
  return asked === 'en' ? 'en' : 'zh-CN';
}

/** Keeps the language on the way to another page of the same site. */
export function withLanguage(path: string, language: Language): string {
  if (language === 'zh-CN') return path;
  return `${path}${path.includes('?') ? '&' : '?'}lang=en`;
}
