import { LANGUAGES, type Language } from '@certbridge/shared/text/language.ts';
import { chooseLanguage, language, t } from './i18n.ts';
import type { KeyValueStore } from './key-value-store.ts';
import './language-choice.css';

/** Each language in its own words, so that its readers find it. */
const OWN_NAMES: { readonly [L in Language]: string } = { 'zh-CN': '中文', en: 'English' };

export function LanguageChoice({ store }: { readonly store: KeyValueStore }) {
  return (
    <fieldset class="langs">
      <legend class="cap">{t('action.language')}</legend>
      {LANGUAGES.map((one) => (
        <label key={one} lang={one}>
          <input
            type="radio"
            name="language"
            checked={language.value === one}
            onChange={() => void chooseLanguage(store, one)}
          />
          {OWN_NAMES[one]}
        </label>
      ))}
    </fieldset>
  );
}
