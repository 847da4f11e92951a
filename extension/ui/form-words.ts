import { fillText } from '@certbridge/shared/text/fill-text.ts';
import type { FormPack } from '@certbridge/shared/text/form-pack.ts';
import type { OrderTextArguments, OrderTextKey } from '@certbridge/shared/text/order-text.ts';
import { language } from './i18n.ts';
import { laterWords } from './later-words.ts';

/** Whoever fills in no form loads none of these. */
const words = laterWords<FormPack>(language, {
  'zh-CN': async () => (await import('@certbridge/shared/text/zh-CN/form-pack.ts')).formPack,
  en: async () => (await import('@certbridge/shared/text/en/form-pack.ts')).formPack,
});

export const loadFormWords = words.load;

/** For screens that are drawn after `loadFormWords`. */
export function formWords(): FormPack {
  const pack = words.spoken.value;
  if (!pack) throw new Error('a form is drawn before its words are there');
  return pack;
}

/** As `t`, for the screens on which somebody applies. */
export function ot<Key extends OrderTextKey>(key: Key, ...[values]: OrderTextArguments<Key>): string {
  return fillText(formWords().order[key], values);
}
