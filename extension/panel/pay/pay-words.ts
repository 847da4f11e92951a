import { fillText } from '@certbridge/shared/text/fill-text.ts';
import type { PayTextArguments, PayTextKey, PayTexts } from '@certbridge/shared/text/pay-text.ts';
import { language } from '../../ui/i18n.ts';
import { laterWords } from '../../ui/later-words.ts';

const words = laterWords<PayTexts>(language, {
  'zh-CN': async () => (await import('@certbridge/shared/text/zh-CN/pay.ts')).payTexts,
  en: async () => (await import('@certbridge/shared/text/en/pay.ts')).payTexts,
});

export const loadPayWords = words.load;

/** As `t`, for screens of paying, which are drawn after `loadPayWords`. */
export function pt<Key extends PayTextKey>(key: Key, ...[values]: PayTextArguments<Key>): string {
  const texts = words.spoken.value;
  if (!texts) throw new Error('somebody pays before the words for it are there');
  return fillText(texts[key], values);
}
