import { type Failed, fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { FormatError } from '../../formats/format-error.ts';
import { errorOfCkr } from '../pkcs11/ckr-table.ts';
import { DriverError, LoadError, REMOVED_CODES } from '../pkcs11/driver-error.ts';
import { TokenError } from '../pkcs11/token-error.ts';
import type { TokenSession } from '../pkcs11/token-session.ts';
import type { IdentifiedToken } from './identify-tokens.ts';
import { type FailureCode, isGone } from './is-gone.ts';
import { OpenToken } from './open-token.ts';
import { Refused, refuse } from './refused.ts';
import type { OpenedToken, TokenBoard } from './token-board.ts';
import type { WorkerParts } from './worker-handler.ts';

/** A blank token may have no serial yet (SoftHSM2): an order then names it by its slot, as its key id does. */
export function namedBy(serial: string): (token: IdentifiedToken) => boolean {
  return (token) => (token.serial === '' ? token.keyId.endsWith(`:${serial}`) : token.serial === serial);
}

/** One verb at a time in its own session, which is closed whatever happens. */
export function onToken<Value>(
  parts: WorkerParts,
  answers: (token: IdentifiedToken) => boolean,
  work: (token: OpenToken) => Value | Promise<Value>,
): Promise<Result<Value>> {
  const { board } = parts;
  return inQueue(parts, answers, async () => {
    const opened = board.open(answers);
    if (!opened) return refuseAbsent(board, answers);
    try {
      return await inSession(opened, work);
    } catch (cause) {
      throw isSwapped(cause, board, opened) ? new Refused(fail('KEY_CHANGED')) : cause;
    }
  });
}

async function inSession<Value>(
  { token, session }: OpenedToken,
  work: (token: OpenToken) => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await work(new OpenToken(token, session));
  } catch (cause) {
    throw withPinLimits(cause, session);
  } finally {
    session.close();
  }
}

/** The driver says that the key was pulled, and in its place another one is plugged. */
function isSwapped(cause: unknown, board: TokenBoard, { token }: OpenedToken): boolean {
  if (!(cause instanceof DriverError) || !REMOVED_CODES.has(cause.code)) return false;
  board.look();
  const { present } = board;
  return present.some(({ slot }) => slot === token.slot) && !present.some(({ keyId }) => keyId === token.keyId);
}

/** A driver says that a length is wrong, and not which is right: the token is asked while it is open. */
function withPinLimits(cause: unknown, session: TokenSession): unknown {
  if (!(cause instanceof TokenError)) return cause;
  const { code, support } = errorOfCkr(cause.code, cause.during);
  if (code !== 'PIN_LENGTH') return cause;
  return new Refused(fail(code, { values: { ...session.status().pinLength }, support }));
}

/** In its turn, which no other process takes meanwhile; with every failure by its name. */
export async function inQueue<Value>(
  parts: WorkerParts,
  answers: (token: IdentifiedToken) => boolean,
  work: () => Value | Promise<Value>,
): Promise<Result<Value>> {
  const answer = await parts.queue.runAlone(async () => {
    try {
      return ok(await work());
    } catch (cause) {
      const failure = await failureOf(cause, (code) => isGone(parts, answers, code));
      // A card that was pulled in mid-write can leave OpenSC with an object that is not there, until it starts anew.
      if (failure.error.code === 'DRIVER_FAULT') parts.board.distrust();
      return failure;
    }
  });
  return answer === 'busy' ? fail('KEY_BUSY', { support: 'another process' }) : answer;
}

async function failureOf(cause: unknown, gone: (code: FailureCode) => Promise<boolean>): Promise<Failed> {
  if (cause instanceof Refused) return cause.failed;
  if (cause instanceof LoadError) return fail('DRIVER_FAULT', { support: cause.support });
  if (cause instanceof FormatError) {
    return fail((await gone(undefined)) ? 'KEY_REMOVED' : 'DRIVER_FAULT', { support: cause.message });
  }
  if (!(cause instanceof DriverError)) throw cause;
  const { code, support } = errorOfCkr(cause.code, cause instanceof TokenError ? cause.during : 'reading');
  if (code === 'CAPABILITY_MISSING') return fail(code, { values: { capability: support }, support });
  if (code === 'DRIVER_FAULT' && (await gone(cause.code))) return fail('KEY_REMOVED', { support });
  // Nobody gave a password to a token that was not open.
  if (code === 'PIN_LENGTH') return fail('DRIVER_FAULT', { support });
  return fail(code, { support });
}

/** A driver that is at fault can't tell that the key is not there. */
function refuseAbsent(board: TokenBoard, answers: (token: IdentifiedToken) => boolean): never {
  const { code, ...more } = board.fault ?? {};
  if (code) return refuse('DRIVER_FAULT', more);
  return refuse(board.hasSeenSuch(answers) ? 'KEY_REMOVED' : 'KEY_NOT_FOUND');
}
