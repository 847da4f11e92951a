/** The provider's own refusals of a request, with its codes and statuses. */
const STATUS = {
  'InvalidAccessKeyId.NotFound': 404,
  SignatureDoesNotMatch: 400,
  IncompleteSignature: 400,
  'InvalidTimeStamp.Expired': 400,
  SignatureNonceUsed: 400,
  InvalidVersion: 400,
  'InvalidAction.NotFound': 404,
} as const;

export type AcsErrorCode = keyof typeof STATUS;

export class AcsError extends Error {
  override readonly name = 'AcsError';
  readonly code: AcsErrorCode;
  readonly statusCode: number;

  constructor(code: AcsErrorCode) {
    super(code);
    this.code = code;
    this.statusCode = STATUS[code];
  }
}
