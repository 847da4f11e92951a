import { fillText } from '@certbridge/shared/text/fill-text.ts';
import type { QueryPack } from '@certbridge/shared/text/query-pack.ts';
import type { QueryTextArguments, QueryTextKey } from '@certbridge/shared/text/query-text.ts';
import { language } from '../../ui/i18n.ts';
import { laterWords } from '../../ui/later-words.ts';

const words = laterWords<QueryPack>(language, {
  'zh-CN': async () => (await import('@certbridge/shared/text/zh-CN/query-pack.ts')).queryPack,
  en: async () => (await import('@certbridge/shared/text/en/query-pack.ts')).queryPack,
});

export const loadQueryWords = words.load;

/** For screens that are drawn after `loadQueryWords`. */
export function queryWords(): QueryPack {
  const pack = words.spoken.value;
  if (!pack) throw new Error('the order query is drawn before its words are there');
  return pack;
}

/** As `t`, for the screens of order query and “my orders”. */
export function qt<Key extends QueryTextKey>(key: Key, ...[values]: QueryTextArguments<Key>): string {
  return fillText(queryWords().texts[key], values);
}
