/** What happened, what it means and what to do, in both languages. */
export interface UserErrorText {
  readonly code: string;
  readonly 'zh-CN': string;
  readonly en: string;
}

/** An error that a person can mend: it is printed without a stack, and the process ends with 2. */
export class UserError extends Error {
  readonly text: UserErrorText;

  constructor(text: UserErrorText) {
    super(`${text.code}\n${text['zh-CN']}\n${text.en}`);
    this.name = 'UserError';
    this.text = text;
  }
}
