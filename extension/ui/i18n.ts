import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { errorMessage as errorMessageIn } from '@certbridge/shared/text/error-message.ts';
import { fillText, type TextPart, textParts } from '@certbridge/shared/text/fill-text.ts';
import { type ErrorText, LANGUAGES, type Language } from '@certbridge/shared/text/language.ts';
import type { LanguagePack } from '@certbridge/shared/text/language-pack.ts';
import type { UiTextArguments, UiTextKey } from '@certbridge/shared/text/ui-text.ts';
import { pack as chinese } from '@certbridge/shared/text/zh-CN/pack.ts';
import { computed, signal } from '@preact/signals';
import type { KeyValueStore } from './key-value-store.ts';

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
  return errorMessageIn(error, spoken.value.errors);
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
