export type NotOpenedCode =
  /** Sealed under a master key that this process was not given. */
  | 'MASTER_KEY_UNKNOWN'
  /** Changed, cut short, or moved here from another record. */
  | 'SEAL_NOT_INTACT';

/** What was sealed cannot be opened. Holds no part of it: errors are logged. */
export class NotOpened extends Error {
  override readonly name = 'NotOpened';
  readonly code: NotOpenedCode;

  constructor(code: NotOpenedCode) {
    super(code);
    this.code = code;
  }
}
