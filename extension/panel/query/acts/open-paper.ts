import { fail } from '@certbridge/shared/contract/result.ts';
import type { QueryDesk } from '../state/query-desk.ts';

/** By a link that is good for a short while, in a tab of its own that knows nothing of this one. */
export async function openPaper(
  { acts, ask, paperLink }: QueryDesk,
  orderId: string,
  of: 'application-form' | 'invoice' = 'application-form',
): Promise<void> {
  await acts.perform({ kind: of, orderId }, async () => {
    const link = await ask('documents.link', { id: orderId, of });
    if (!link.ok) return link;
    const { url } = link.value;
    if (!/^https?:\/\//.test(url)) return fail('REPLY_INVALID');
    paperLink.value = { orderId, url };
    window.open(url, '_blank', 'noopener,noreferrer');
    return link;
  });
}
