/** The administrator's password while a key is made: the token's first, then the order's, then the key's own. */
import { errorOfCkr } from '../../pkcs11/ckr-table.ts';
import { DriverError } from '../../pkcs11/driver-error.ts';
import { TokenError } from '../../pkcs11/token-error.ts';
import type { TokenSession } from '../../pkcs11/token-session.ts';

type Session = Pick<TokenSession, 'login' | 'logout' | 'initPin' | 'setPin'>;

interface Change {
  readonly from: string;
  readonly to: string;
}

/** Whether the token took the password `from`. Not being told more, it costs one of the administrator's tries when not. */
export function changeSoPin(session: Session, { from, to }: Change): boolean {
  return takes(session, from, () => session.setPin(from, to));
}

/**
 * The same question, with the user's password set by the way: some tokens believe every administrator until he does
 * something (profile: `soLogin` late).
 */
export function setUserPin(
  session: Session,
  { soPin, pin }: { readonly soPin: string; readonly pin: string },
): boolean {
  return takes(session, soPin, () => session.initPin(pin));
}

function takes(session: Session, soPin: string, work: () => void): boolean {
  try {
    session.login('administrator', soPin);
    work();
    session.logout();
    return true;
  } catch (cause) {
    if (!isWrong(cause)) throw cause;
    logoutQuietly(session);
    return false;
  }
}

function isWrong(cause: unknown): boolean {
  if (!(cause instanceof TokenError)) return false;
  const { code } = errorOfCkr(cause.code, cause.during);
  // C_SetPIN does not tell whose password it was: here it is always the administrator's.
  return code === 'SO_PIN_WRONG' || (cause.during === 'new-pin' && code === 'PIN_WRONG');
}

/** After a refused login there is nobody to log out. */
function logoutQuietly(session: Session): void {
  try {
    session.logout();
  } catch (cause) {
    if (!(cause instanceof DriverError)) throw cause;
  }
}
