export type StoreFaultCode =
  /** Down, slow, or cut off: later it may work. */
  | 'STORE_UNREACHABLE'
  /** No room left. */
  | 'STORE_FULL'
  /** It answers and says no: wrong credentials, no such bucket, no permission. */
  | 'STORE_REFUSED';

/** The store did not do what it was asked. What it said stays in `cause`. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, cause: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
