import type { LanguagePack } from '../language-pack.ts';
import { generalErrorTexts } from './general-errors.ts';
import { uiTexts } from './ui.ts';

export const pack: LanguagePack = { language: 'en', ui: uiTexts, errors: generalErrorTexts };
