import { loadFormWords } from '../../ui/form-words.ts';
import { loadOrderErrors } from '../../ui/i18n.ts';
import { QueryScreen } from './query-screen.tsx';
import { loadQueryWords } from './query-words.ts';

/** What the panel loads when somebody looks for an order: the screens, with their words. */
export async function queryScreen() {
  await Promise.all([loadFormWords(), loadQueryWords(), loadOrderErrors()]);
  return QueryScreen;
}
