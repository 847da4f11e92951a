import { type ErrorCode, isKeyWorkError, isOrderError } from '@certbridge/shared/contract/errors.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { filledError } from '@certbridge/shared/text/error-message.ts';
import { fillText, type TextPart, textParts } from '@certbridge/shared/text/fill-text.ts';
import { type ErrorText, LANGUAGES, type Language } from '@certbridge/shared/text/language.ts';
import type { LanguagePack } from '@certbridge/shared/text/language-pack.ts';
import type { UiTextArguments, UiTextKey } from '@certbridge/shared/text/ui-text.ts';
import { pack as chinese } from '@certbridge/shared/text/zh-CN/pack.ts';
import { computed, signal } from '@preact/signals';
import type { KeyValueStore } from './key-value-store.ts';
import { type LaterWords, laterWords } from './later-words.ts';

/** Chinese comes with the page, for nearly everybody reads it; another language is fetched when somebody speaks it. */
const PACKS: { readonly [L in Language]: () => LanguagePack | Promise<LanguagePack> } = {
  'zh-CN': () => chinese,
  en: async () => (await import('@certbridge/shared/text/en/pack.ts')).pack,
};
const REMEMBERED_AS = 'language';

const spoken = signal<LanguagePack>(chinese);
let wanted: Language = chinese.language;

/** Whoever reads a text while rendering is drawn again when this changes; nothing else is touched. */
export const language = computed(() => spoken.value.language);

/** What only some screens meet comes later: with them, or when the first such error is shown. */
const keyWorkErrors = laterWords(language, {
  'zh-CN': async () => (await import('@certbridge/shared/text/zh-CN/key-work-errors.ts')).keyWorkErrorTexts,
  en: async () => (await import('@certbridge/shared/text/en/key-work-errors.ts')).keyWorkErrorTexts,
});
const orderErrors = laterWords(language, {
  'zh-CN': async () => (await import('@certbridge/shared/text/zh-CN/order-errors.ts')).orderErrorTexts,
  en: async () => (await import('@certbridge/shared/text/en/order-errors.ts')).orderErrorTexts,
});
export const loadOrderErrors = orderErrors.load;
const WORDS_TO_COME: ErrorText = { what: '', means: '', next: '' };

/** Done when the words are there. Of two quick choices the last one counts, whichever is fetched first. */
export async function speak(chosen: Language): Promise<void> {
  wanted = chosen;
  const pack = await PACKS[chosen]();
  if (wanted === pack.language) spoken.value = pack;
}

export function t<Key extends UiTextKey>(key: Key, ...[values]: UiTextArguments<Key>): string {
  return fillText(spoken.value.ui[key], values);
}

/** As `t`, in pieces, for sentences whose values are set in bold. */
export function tParts<Key extends UiTextKey>(key: Key, ...[values]: UiTextArguments<Key>): TextPart[] {
  return textParts(spoken.value.ui[key], values ?? {});
}

export function errorMessage(error: PublicError): ErrorText {
  return filledError(textOf(error.code), error);
}

function textOf(code: ErrorCode): ErrorText {
  if (isKeyWorkError(code)) return laterText(keyWorkErrors, code);
  if (isOrderError(code)) return laterText(orderErrors, code);
  return spoken.value.errors[code];
}

function laterText<Code extends ErrorCode>(
  words: LaterWords<{ readonly [Known in Code]: ErrorText }>,
  code: Code,
): ErrorText {
  const known = words.spoken.value;
  if (known) return known[code];
  // Nobody brought them along: whoever asked is drawn again when they come.
  void words.load();
  return WORDS_TO_COME;
}

/** Chinese for every Chinese reader, English for everybody else. */
export function languageFor(tag: string): Language {
  return tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** The remembered choice, or what the browser speaks; and then whatever is chosen in any page of the extension. */
export async function followLanguage(store: KeyValueStore, browserLanguage: string): Promise<void> {
  const remembered = await store.read(REMEMBERED_AS);
  store.onChange(REMEMBERED_AS, (chosen) => {
    if (isLanguage(chosen)) void speak(chosen);
  });
  await speak(isLanguage(remembered) ? remembered : languageFor(browserLanguage));
}

export async function chooseLanguage(store: KeyValueStore, chosen: Language): Promise<void> {
  await Promise.all([speak(chosen), store.write(REMEMBERED_AS, chosen)]);
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((known) => known === value);
}
