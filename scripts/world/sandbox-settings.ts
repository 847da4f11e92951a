import type { SandboxReady } from '../../sandbox/config/ready-message.ts';

/** The service's settings that make the sandbox its outside world. */
export function sandboxSettings({ sms, mail, bureau, bank, invoice }: SandboxReady): Record<string, string> {
  return {
    CERTBRIDGE_SMS_ENDPOINT: sms.endpoint,
    CERTBRIDGE_SMS_ACCESS_KEY_ID: sms.accessKeyId,
    CERTBRIDGE_SMS_ACCESS_KEY_SECRET: sms.accessKeySecret,
    CERTBRIDGE_SMS_SIGN_NAME: sms.signName,
    CERTBRIDGE_SMS_TEMPLATES: Object.entries(sms.templates)
      .map(([name, code]) => `${name}=${code}`)
      .join(','),
    CERTBRIDGE_SMTP_URL: mail.smtpUrl,
    CERTBRIDGE_MAIL_FROM: '证桥 CertBridge <no-reply@certbridge.example.cn>',
    CERTBRIDGE_BUREAU_URL: bureau.url,
    CERTBRIDGE_BUREAU_APP_ID: bureau.appId,
    CERTBRIDGE_BUREAU_KEY: bureau.key,
    CERTBRIDGE_BANK_URL: bank.url,
    CERTBRIDGE_BANK_APP_ID: bank.appId,
    CERTBRIDGE_BANK_KEY: bank.key,
    CERTBRIDGE_INVOICE_URL: invoice.url,
    CERTBRIDGE_INVOICE_APP_ID: invoice.appId,
    CERTBRIDGE_INVOICE_KEY: invoice.key,
  };
}
