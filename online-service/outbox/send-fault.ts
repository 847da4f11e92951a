/** The provider did not take a message. Its own words may name the recipient, so only a code is kept. */
export class SendFault extends Error {
  override readonly name = 'SendFault';
  readonly code: string;
  /** It will say the same to the same message for ever: nothing is gained by trying again. */
  readonly final: boolean;

  constructor(code: string, final: boolean) {
    super(code);
    this.code = code;
    this.final = final;
  }
}
