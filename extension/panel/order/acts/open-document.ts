import type { OnlineContract } from '@certbridge/shared/contract/online.ts';
import type { InputOf } from '@certbridge/shared/contract/operation.ts';
import type { Result } from '@certbridge/shared/contract/result.ts';
import { type OrderSession, orderSeen } from '../state/order-session.ts';

/** By a link that is good for a short while, in a tab of its own that knows nothing of this one. */
export async function openDocument(
  session: OrderSession,
  of: InputOf<OnlineContract['documents.link']>['of'],
): Promise<Result<unknown>> {
  const link = await session.ask('documents.link', { id: orderSeen(session).id, of });
  if (link.ok) window.open(link.value.url, '_blank', 'noopener,noreferrer');
  return link;
}
