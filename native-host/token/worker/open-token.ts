import type { PinStatus } from '@certbridge/shared/domain/key.ts';
import { errorOfCkr } from '../pkcs11/ckr-table.ts';
import { TokenError } from '../pkcs11/token-error.ts';
import type { TokenSession, TokenStatus } from '../pkcs11/token-session.ts';
import type { IdentifiedToken } from './identify-tokens.ts';
import { refuse } from './refused.ts';

export interface Password {
  readonly pin: string;
  /** The user knows that it is the last try. */
  readonly insist?: true | undefined;
}

/** One token with its session, for the length of one verb. */
export class OpenToken {
  readonly key: IdentifiedToken;
  readonly session: TokenSession;

  constructor(key: IdentifiedToken, session: TokenSession) {
    this.key = key;
    this.session = session;
  }

  /** Asked after login and before each write: a key swapped in mid-operation is noticed. */
  sameKey(): TokenStatus {
    const status = this.session.status();
    if (status.serial !== this.key.serial) refuse('KEY_CHANGED');
    return status;
  }

  /** Refuses what can be known without a try; then tries once. The answer is what the token said before and after. */
  signIn({ pin, insist }: Password): { readonly before: PinStatus; readonly after: PinStatus } {
    const status = this.sameKey();
    const { state } = status.pin;
    if (state === 'locked') refuse('PIN_LOCKED');
    if (state === 'not-set') refuse('PIN_NOT_SET');
    if (state === 'last-try' && !insist) refuse('PIN_LAST_TRY');
    const length = Buffer.byteLength(pin);
    if (length < status.pinLength.min || length > status.pinLength.max) {
      refuse('PIN_LENGTH', { values: { ...status.pinLength } });
    }
    try {
      this.session.login('user', pin);
    } catch (cause) {
      this.#sayWrongPin(cause);
      throw cause;
    }
    return { before: status.pin, after: this.sameKey().pin };
  }

  /** Some tokens answer the last wrong try like any other; their flags tell that it was the last. */
  #sayWrongPin(cause: unknown): void {
    if (!(cause instanceof TokenError)) return;
    const { code, support } = errorOfCkr(cause.code, cause.during);
    if (code !== 'PIN_WRONG') return;
    const { state, triesLeft } = this.sameKey().pin;
    if (state === 'locked') refuse('PIN_LOCKED', { support });
    refuse(code, { support, ...(triesLeft === undefined ? {} : { values: { triesLeft } }) });
  }
}
