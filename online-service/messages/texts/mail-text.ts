import type { MessageValues } from '../../outbox/outbox.ts';

export interface MailText {
  readonly subject: string;
  /** Plain: it reads the same everywhere, and nothing in it is fetched or followed. */
  readonly text: string;
}

/** One text file for each template; what a template needs of `values` stands in its own file. */
export type WriteMail = (values: MessageValues) => MailText;

/** Chinese first, the same in English below, and who wrote it. */
export function bilingual(zh: readonly string[], en: readonly string[]): string {
  return [...zh, '', '—', '', ...en, '', '—', ...SIGNATURE, ''].join('\n');
}

const SIGNATURE = [
  '证桥 CertBridge',
  '这封邮件由系统发出，请不要回复。 This message was sent automatically; please do not reply.',
];

/** A value that a template cannot do without. Its absence is our mistake, and is seen in the queue. */
export function needed(values: MessageValues, name: string): string {
  const value = values[name];
  if (value === undefined) throw new RangeError(`the text needs a value for ${name}`);
  return value;
}
