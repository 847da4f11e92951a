import type { CkrContext } from './ckr-meanings.ts';
import { DriverError, driverErrorOf } from './driver-error.ts';

/** A driver's answer together with what we were about: the same code means another thing each time. */
export class TokenError extends DriverError {
  readonly during: CkrContext;

  constructor(code: number, constant: string, during: CkrContext) {
    super(code, constant);
    this.during = during;
  }
}

export function during<Answer>(context: CkrContext, ask: () => Answer): Answer {
  try {
    return ask();
  } catch (cause) {
    throw tokenErrorOf(cause, context);
  }
}

export function tokenErrorOf(cause: unknown, context: CkrContext): TokenError {
  if (cause instanceof TokenError) return cause;
  const { code, support } = driverErrorOf(cause);
  return new TokenError(code, support.split(' ')[0] ?? '', context);
}
