import type { KeyAlgorithm, PairUse } from '@certbridge/shared/contract/work-order.ts';
import { createRequest } from '../../../formats/request/create-request.ts';
import type { OpenToken } from '../open-token.ts';
import { refuse } from '../refused.ts';
import type { stepsOf } from '../steps.ts';
import { ensurePair, type OrderedPair, publicKeysOf } from './order-pairs.ts';
import { tokenSigner } from './token-signer.ts';

export interface OrderRequest {
  readonly use: PairUse;
  readonly algorithm: KeyAlgorithm;
  readonly request: Uint8Array;
}

export interface RequestsWanted {
  readonly order: string;
  readonly pairs: readonly OrderedPair[];
  /** DER Name of the holder, as the old certificate has it. */
  readonly subject?: Uint8Array | undefined;
}

/** What a pair and its certificate take on real keys, rather more than less. */
const ROOM_BYTES: Readonly<Record<KeyAlgorithm, number>> = { 'rsa-2048': 4_096, p256: 2_560, sm2: 2_560 };

/** Steps that `orderRequests` tells of. */
export const requestSteps = (pairs: readonly OrderedPair[]): number => pairs.length * 2;

/** Makes or finds the order's pairs, and has each sign its request. Asked again, it answers for the same pairs. */
export async function orderRequests(
  token: OpenToken,
  { order, pairs, subject }: RequestsWanted,
  step: ReturnType<typeof stepsOf>,
): Promise<OrderRequest[]> {
  needRoom(token, order, pairs);
  const requests: OrderRequest[] = [];
  for (const wanted of pairs) {
    step('generating');
    const pair = await ensurePair(token, order, wanted);
    step('signing');
    const request = await createRequest({ signer: tokenSigner(token.session, pair), subject });
    requests.push({ use: wanted.use, algorithm: wanted.algorithm, request });
  }
  return requests;
}

/** Only where the token tells its room, and only for what is not there yet. */
function needRoom({ session }: OpenToken, order: string, pairs: readonly OrderedPair[]): void {
  const { freeBytes } = session.status();
  if (freeBytes === undefined) return;
  const missing = pairs.filter(({ use }) => publicKeysOf(session, { order, use }).length === 0);
  const needed = missing.reduce((sum, { algorithm }) => sum + ROOM_BYTES[algorithm], 0);
  if (freeBytes < needed) refuse('KEY_FULL', { support: `${freeBytes} of ${needed} bytes` });
}
