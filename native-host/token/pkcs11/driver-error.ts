/** What a driver answered instead of CKR_OK. */
export class DriverError extends Error {
  override readonly name = 'DriverError';
  /** The CK_RV, by which PKCS#11 section 5.1 tells the cases apart. */
  readonly code: number;
  /** For the hotline: the constant's name and number, nothing of the key's content. */
  readonly support: string;

  constructor(code: number, constant: string) {
    const support = `${constant} 0x${code.toString(16).toUpperCase()}`;
    super(support);
    this.code = code;
    this.support = support;
  }
}

/** The library itself did not come up: not there, for another machine, or not a PKCS#11 module. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly support: string;

  constructor(cause: unknown, path: string) {
    super('module not loaded', { cause });
    const reason = cause instanceof Error ? cause.message : String(cause);
    // A path may name the user of this computer; the files' own names are enough for the hotline.
    const file = path.replace(/^.*[\\/]/, '');
    const named = reason.replaceAll(path, file).replace(/(?:[A-Za-z]:)?[\\/](?:[^\\/\s:]+[\\/])*/g, '');
    this.support = named.replace(/\s+/g, ' ').trim().slice(0, 160);
  }
}

/** pkcs11js tells the code in the error's text, and not all of its methods give the same class. */
export function driverErrorOf(cause: unknown): DriverError {
  if (cause instanceof DriverError) return cause;
  const [, constant = 'CKR_GENERAL_ERROR', code = '5'] =
    /(CKR_\w+):(\d+)/.exec(cause instanceof Error ? `${cause.message} ${cause.stack ?? ''}` : '') ?? [];
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'number' && cause.code > 0) {
    return new DriverError(cause.code, cause.message.startsWith('CKR_') ? cause.message : constant);
  }
  return new DriverError(Number(code), constant);
}

export const CKR_SLOT_ID_INVALID = 0x03;
const CKR_DEVICE_REMOVED = 0x32;
const CKR_SESSION_HANDLE_INVALID = 0xb3;
const CKR_TOKEN_NOT_PRESENT = 0xe0;
const CKR_TOKEN_NOT_RECOGNIZED = 0xe1;

/** After a key was pulled: at once, at the next call, or through a session that died with it. */
export const REMOVED_CODES: ReadonlySet<number> = new Set([
  CKR_DEVICE_REMOVED,
  CKR_SESSION_HANDLE_INVALID,
  CKR_TOKEN_NOT_PRESENT,
]);

/** A slot that answers so holds no key that we could work: gone, with its reader, or a card of another kind. */
export const ABSENT_CODES: ReadonlySet<number> = new Set([
  ...REMOVED_CODES,
  CKR_SLOT_ID_INVALID,
  CKR_TOKEN_NOT_RECOGNIZED,
]);

export const CKR_CRYPTOKI_ALREADY_INITIALIZED = 0x191;
export const CKR_CANT_LOCK = 0x0a;
