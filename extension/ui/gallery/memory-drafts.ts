import type { Drafts } from '../../panel/order/draft/drafts.ts';
import type { LocalDraft } from '../../panel/order/draft/local-draft.ts';

/** A computer that keeps one draft for as long as the page is open. */
export function memoryDrafts(draft?: LocalDraft): Drafts {
  let kept = draft;
  return {
    read: async () => kept,
    async keep(next) {
      kept = next;
    },
    async forget() {
      kept = undefined;
    },
  };
}
