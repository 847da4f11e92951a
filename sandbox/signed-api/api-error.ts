export const API_ERRORS = {
  APP_UNKNOWN: 401,
  SIGNATURE_INVALID: 401,
  CLOCK_DIFFERS: 401,
  NONCE_USED: 401,
  REQUEST_INVALID: 400,
  REQUEST_ID_REUSED: 409,
  NOT_FOUND: 404,
  PROVIDER_AWAY: 503,
  INTERNAL: 500,
} as const;
export type ApiErrorCode = keyof typeof API_ERRORS;

export class ApiError extends Error {
  readonly code: ApiErrorCode;

  constructor(code: ApiErrorCode) {
    super(code);
    this.code = code;
  }
}
