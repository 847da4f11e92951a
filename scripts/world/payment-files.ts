import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PaymentSettings } from '../../sandbox/config/ready-message.ts';

/** Which of the service's settings names which file. */
const FILES = {
  alipay: 'CERTBRIDGE_ALIPAY_FILE',
  wechat: 'CERTBRIDGE_WECHAT_FILE',
  remittance: 'CERTBRIDGE_REMITTANCE_FILE',
} as const satisfies Record<keyof PaymentSettings, string>;

/**
 * As whom the service collects money: one file for each way, whole or not at all, for a running service reads them again
 * when they change. Answers the settings that name them.
 */
export async function writePaymentFiles(folder: string, payments: PaymentSettings): Promise<Record<string, string>> {
  await mkdir(folder, { recursive: true });
  const written = Object.entries(FILES).map(async ([way, variable]) => {
    const file = join(folder, `${way}.json`);
    const content = `${JSON.stringify(payments[way as keyof typeof FILES], null, 2)}\n`;
    await writeFile(`${file}.new`, content, { mode: 0o600 });
    await rename(`${file}.new`, file);
    return [variable, file] as const;
  });
  return Object.fromEntries(await Promise.all(written));
}
