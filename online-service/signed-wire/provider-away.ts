/** Why nothing was learned from a provider. */
export type AwayReason =
  | 'not-configured'
  /** So many calls failed that it is left in peace for a while. */
  | 'resting'
  | 'unreachable'
  | 'too-slow'
  /** It said itself that it cannot. */
  | 'unwell'
  /** It would not take our request: a setting is wrong, or the two sides differ in the form. */
  | 'request-refused'
  | 'reply-not-signed'
  | 'reply-not-understood';

/** The question stays open: nothing is known, not even whether it arrived. Names no person. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway';
  readonly code: AwayReason;

  constructor(code: AwayReason, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
