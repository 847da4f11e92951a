import * as z from 'zod/mini';
import type { SmtpConfig } from '../messages/mail/smtp-mail.ts';
import type { AliyunSmsConfig } from '../messages/sms/aliyun-sms.ts';
import { SMS_TEMPLATES, type SmsTemplate } from '../outbox/outbox.ts';
import type { Said } from '../problems/start-problem.ts';

const word = z.string().check(z.maxLength(200), z.regex(/^[\x21-\x7e]+$/));
/** signing-code=SMS_1,query-code=SMS_2,…: every template of ours, and no other. */
const templates = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(2_000)),
    z.transform((list: string) => Object.fromEntries(list.split(',').map(pairOf))),
  ),
  z.record(z.enum(SMS_TEMPLATES), z.string().check(z.regex(/^\w{1,40}$/))),
);

function pairOf(item: string): [string, string] {
  const [name = '', code = ''] = item.split('=');
  return [name.trim(), code.trim()];
}

/** How messages leave. Without the first, or the second group, those messages wait until it is set. */
export const messageEnvironment = {
  CERTBRIDGE_SMS_ACCESS_KEY_ID: z.optional(word),
  CERTBRIDGE_SMS_ACCESS_KEY_SECRET: z.optional(word),
  CERTBRIDGE_SMS_SIGN_NAME: z.optional(z.string().check(z.maxLength(40))),
  CERTBRIDGE_SMS_TEMPLATES: z.optional(templates),
  CERTBRIDGE_SMS_ENDPOINT: z._default(
    z.url({ protocol: /^https?$/ }).check(z.maxLength(200)),
    'https://dysmsapi.aliyuncs.com',
  ),
  CERTBRIDGE_SMTP_URL: z.optional(z.url({ protocol: /^smtps?$/ }).check(z.maxLength(1_000))),
  CERTBRIDGE_MAIL_FROM: z.optional(
    z.string().check(z.maxLength(200), z.regex(/^([^\s<>@]+@[^\s<>@]+|[^\r\n<>@]+<[^\s<>@]+@[^\s<>@]+>)$/)),
  ),
};

const messageSettings = z.object(messageEnvironment);
type MessageData = z.output<typeof messageSettings>;
type MessageVariable = keyof typeof messageEnvironment;

export const MESSAGES_MUST_BE: Readonly<Record<MessageVariable, Said>> = {
  CERTBRIDGE_SMS_ACCESS_KEY_ID: {
    zh: '短信服务的 AccessKey ID（短信的几项须一并设置）',
    en: 'the AccessKey id of the SMS service (all settings of SMS go together)',
  },
  CERTBRIDGE_SMS_ACCESS_KEY_SECRET: {
    zh: '与上一项相配的 AccessKey Secret',
    en: 'the AccessKey secret that belongs to that id',
  },
  CERTBRIDGE_SMS_SIGN_NAME: { zh: '已审核通过的短信签名', en: 'the registered signature of the texts' },
  CERTBRIDGE_SMS_TEMPLATES: {
    zh: `以逗号分隔的“名称=模板代码”，每项都要有：${SMS_TEMPLATES.join('、')}`,
    en: `a list of “name=template code” separated by commas, with each of ${SMS_TEMPLATES.join(', ')}`,
  },
  CERTBRIDGE_SMS_ENDPOINT: {
    zh: '短信服务的地址，例如 https://dysmsapi.aliyuncs.com',
    en: 'the address of the SMS service, such as https://dysmsapi.aliyuncs.com',
  },
  CERTBRIDGE_SMTP_URL: {
    zh: '形如 smtps://用户:密码@主机:465 的邮件服务器地址（与发件人一并设置）',
    en: 'the address of a mail server like smtps://user:password@host:465 (set together with the sender)',
  },
  CERTBRIDGE_MAIL_FROM: {
    zh: '发件人，例如 证桥 <no-reply@example.cn>',
    en: 'the sender, such as CertBridge <no-reply@example.cn>',
  },
};

export interface MessagesConfig {
  readonly sms?: AliyunSmsConfig;
  readonly mail?: SmtpConfig;
}

/** Undefined for a group that is not set at all. A group that is set in part names what is missing. */
export function messagesOf(data: MessageData): MessagesConfig | { readonly missing: readonly MessageVariable[] } {
  const sms = {
    CERTBRIDGE_SMS_ACCESS_KEY_ID: data.CERTBRIDGE_SMS_ACCESS_KEY_ID,
    CERTBRIDGE_SMS_ACCESS_KEY_SECRET: data.CERTBRIDGE_SMS_ACCESS_KEY_SECRET,
    CERTBRIDGE_SMS_SIGN_NAME: data.CERTBRIDGE_SMS_SIGN_NAME,
    CERTBRIDGE_SMS_TEMPLATES: data.CERTBRIDGE_SMS_TEMPLATES,
  };
  const mail = { CERTBRIDGE_SMTP_URL: data.CERTBRIDGE_SMTP_URL, CERTBRIDGE_MAIL_FROM: data.CERTBRIDGE_MAIL_FROM };
  const missing = [...missingOf(sms), ...missingOf(mail)];
  if (missing.length > 0) return { missing };
  return { ...smsOf(data), ...mailOf(data) };
}

function missingOf(group: Partial<Record<MessageVariable, unknown>>): MessageVariable[] {
  const unset = (Object.keys(group) as MessageVariable[]).filter((name) => group[name] === undefined);
  return unset.length === Object.keys(group).length ? [] : unset;
}

function smsOf(data: MessageData): Pick<MessagesConfig, 'sms'> {
  const accessKeyId = data.CERTBRIDGE_SMS_ACCESS_KEY_ID;
  const accessKeySecret = data.CERTBRIDGE_SMS_ACCESS_KEY_SECRET;
  const signName = data.CERTBRIDGE_SMS_SIGN_NAME;
  const codes: Readonly<Record<SmsTemplate, string>> | undefined = data.CERTBRIDGE_SMS_TEMPLATES;
  if (!accessKeyId || !accessKeySecret || !signName || !codes) return {};
  return { sms: { endpoint: data.CERTBRIDGE_SMS_ENDPOINT, accessKeyId, accessKeySecret, signName, templates: codes } };
}

function mailOf({ CERTBRIDGE_SMTP_URL: url, CERTBRIDGE_MAIL_FROM: from }: MessageData): Pick<MessagesConfig, 'mail'> {
  return url && from ? { mail: { url, from } } : {};
}
