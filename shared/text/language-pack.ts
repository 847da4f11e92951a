import type { GeneralErrorTexts, Language } from './language.ts';
import type { UiTexts } from './ui-text.ts';

/** The words of one language that every screen needs to speak it. */
export interface LanguagePack {
  readonly language: Language;
  readonly ui: UiTexts;
  readonly errors: GeneralErrorTexts;
}
