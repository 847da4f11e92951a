import type { ErrorTexts, Language } from './language.ts';
import type { UiTexts } from './ui-text.ts';

/** All words of one language: what a screen needs to speak it. */
export interface LanguagePack {
  readonly language: Language;
  readonly ui: UiTexts;
  readonly errors: ErrorTexts;
}
