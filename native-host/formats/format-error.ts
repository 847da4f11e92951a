/**
 * `malformed`: what came in is not what it should be. `unsuited`: well formed, but not for this use. `wrong-signature`:
 * the key answered something that its own public key does not confirm: a driver's fault, never passed on.
 */
export type FormatErrorCode = 'malformed' | 'unsuited' | 'wrong-signature';

export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly code: FormatErrorCode;

  constructor(code: FormatErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
