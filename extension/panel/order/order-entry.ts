import { loadFormWords } from '../../ui/form-words.ts';
import { loadOrderErrors } from '../../ui/i18n.ts';
import { OrderFlow } from './order-flow.tsx';
import { UnfinishedCard } from './unfinished-card.tsx';

/** What the panel loads when somebody applies for something: the parts, with their words. */
export async function orderParts() {
  await Promise.all([loadFormWords(), loadOrderErrors()]);
  return { OrderFlow, UnfinishedCard };
}
