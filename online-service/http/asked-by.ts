import type { OnlineOperation } from '@certbridge/shared/contract/online.ts';
import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import type { FastifyRequest } from 'fastify';
import type { Asked } from '../asked.ts';
import { type Session, tokenHash } from '../sessions/session.ts';
import { networkOf } from './network-of.ts';

/** The session of a token's hash: undefined when it never was, `over` when its time has passed. */
export type FindSession = (hash: Uint8Array) => Promise<Session | 'over' | undefined>;

const BEARER = /^Bearer ([\w-]{43})$/;
/** Random enough that nobody meets a stranger's key by chance or by trying. */
const ONCE_KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The bearer's door and the idempotency door, in this order; each operation's declaration says what it asks for. */
export async function askedBy(
  request: FastifyRequest,
  operation: Pick<OnlineOperation, 'access' | 'effect'>,
  findSession: FindSession,
): Promise<Result<Asked>> {
  const onceKey = onceKeyOf(request);
  if (operation.effect === 'once' && onceKey === undefined) return fail('IDEMPOTENCY_KEY_MISSING');
  const common = { onceKey, address: networkOf(request.ip) };
  if (operation.access === 'public') return ok({ ...common, session: undefined, caller: 'public' });
  const [, token] = BEARER.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) return fail('SESSION_MISSING');
  const hash = tokenHash(token);
  const session = await findSession(hash);
  if (session === undefined) return fail('SESSION_MISSING');
  if (session === 'over') return fail('SESSION_OVER');
  if (operation.access === 'person' && session.kind !== 'person') return fail('SESSION_MISSING');
  return ok({ ...common, session, caller: Buffer.from(hash).toString('base64url') });
}

function onceKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && ONCE_KEY.test(key) ? key : undefined;
}
