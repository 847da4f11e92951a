import { type Failed, fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { FormatError } from '../../formats/format-error.ts';
import { errorOfCkr } from '../pkcs11/ckr-table.ts';
import { DriverError, LoadError } from '../pkcs11/driver-error.ts';
import { TokenError } from '../pkcs11/token-error.ts';
import type { IdentifiedToken } from './identify-tokens.ts';
import { OpenToken } from './open-token.ts';
import { Refused, refuse } from './refused.ts';
import type { TokenBoard } from './token-board.ts';
import type { WorkerParts } from './worker-handler.ts';

/** A blank token may have no serial yet (SoftHSM2): an order then names it by its slot, as its key id does. */
export function namedBy(serial: string): (token: IdentifiedToken) => boolean {
  return (token) => (token.serial === '' ? token.keyId.endsWith(`:${serial}`) : token.serial === serial);
}

/** One verb at a time in its own session, which is closed whatever happens. */
export function onToken<Value>(
  parts: Pick<WorkerParts, 'board' | 'queue'>,
  answers: (token: IdentifiedToken) => boolean,
  work: (token: OpenToken) => Value | Promise<Value>,
): Promise<Result<Value>> {
  const { board } = parts;
  return inQueue(parts, answers, async () => {
    const opened = board.open(answers);
    if (!opened) return refuse(board.hasSeenSuch(answers) ? 'KEY_REMOVED' : 'KEY_NOT_FOUND');
    try {
      return await work(new OpenToken(opened.token, opened.session));
    } finally {
      opened.session.close();
    }
  });
}

/** In its turn, with every failure by its name. */
export function inQueue<Value>(
  { board, queue }: Pick<WorkerParts, 'board' | 'queue'>,
  answers: (token: IdentifiedToken) => boolean,
  work: () => Value | Promise<Value>,
): Promise<Result<Value>> {
  return queue.run(async () => {
    try {
      return ok(await work());
    } catch (cause) {
      return failureOf(cause, () => isGone(board, answers));
    }
  });
}

function failureOf(cause: unknown, gone: () => boolean): Failed {
  if (cause instanceof Refused) return cause.failed;
  if (cause instanceof LoadError) return fail('DRIVER_FAULT', { support: cause.support });
  if (cause instanceof FormatError) return fail(gone() ? 'KEY_REMOVED' : 'DRIVER_FAULT', { support: cause.message });
  if (!(cause instanceof DriverError)) throw cause;
  const { code, support } = errorOfCkr(cause.code, cause instanceof TokenError ? cause.during : 'reading');
  if (code === 'CAPABILITY_MISSING') return fail(code, { values: { capability: support }, support });
  // Drivers have other words for a pulled key too; whether it is still there is what counts.
  if (code === 'DRIVER_FAULT' && gone()) return fail('KEY_REMOVED', { support });
  return fail(code, { support });
}

function isGone(board: TokenBoard, answers: (token: IdentifiedToken) => boolean): boolean {
  board.look();
  return !board.present.some(answers);
}
