import type { Logger } from 'pino';
import * as z from 'zod/mini';
import type { PaymentSettings } from '../payment-tools.ts';
import { openSettingsFile } from '../settings/settings-file.ts';

const account = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  number: z.string().check(z.regex(/^[\d -]{8,40}$/)),
  bank: z.string().check(z.minLength(1), z.maxLength(100)),
});
const accounts = z.strictObject({ remittance: z.optional(account), treasury: z.optional(account) });

/** The content of CERTBRIDGE_REMITTANCE_FILE: where money comes to by bank. Without the file nobody can remit. */
export async function readAccounts(path: string | undefined, log: Logger): Promise<PaymentSettings['accounts']> {
  if (path === undefined) return {};
  const file = await openSettingsFile({ variable: 'CERTBRIDGE_REMITTANCE_FILE', path, schema: accounts }, log);
  const { remittance, treasury } = await file.current();
  return { ...(remittance ? { remittance } : {}), ...(treasury ? { treasury } : {}) };
}
