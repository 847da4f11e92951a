import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';

/** A customer of the SMS provider: his keys, his signature, and the texts that were approved for him. */
export interface SmsAccount {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly signName: string;
  readonly templates: readonly SmsTemplate[];
}

/** What the customer calls it, its code, and its text with a dollar sign and a name in braces for each variable. */
const smsTemplate = z.strictObject({ name: z.string(), code: z.string(), text: z.string() });
export type SmsTemplate = z.infer<typeof smsTemplate>;

/** New keys at each start: nobody else can send to these phones. */
export async function newSmsAccount(): Promise<SmsAccount> {
  const text = await readFile(new URL('./sms-templates.json', import.meta.url), 'utf8');
  return {
    accessKeyId: `SANDBOX${randomBytes(8).toString('hex')}`,
    accessKeySecret: randomBytes(24).toString('base64url'),
    signName: '证桥',
    // docs/messages.md asks the operator to register these texts with the real provider.
    templates: z.array(smsTemplate).parse(JSON.parse(text)),
  };
}
