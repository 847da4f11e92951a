import * as z from 'zod/mini';
import type { Phones } from './phone.ts';
import type { SmsAccount } from './sms-account.ts';

/** What the provider says to a request that it could read: `OK`, or why nothing was sent. */
export type SmsCode =
  | 'OK'
  | 'isv.SMS_SIGNATURE_ILLEGAL'
  | 'isv.SMS_TEMPLATE_ILLEGAL'
  | 'isv.MOBILE_NUMBER_ILLEGAL'
  | 'isv.INVALID_JSON_PARAM'
  | 'isv.PARAM_LENGTH_LIMIT'
  | 'isv.TEMPLATE_MISSING_PARAMETERS';

const MOBILE = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/;
const VARIABLE = /\$\{(\w+)\}/g;
const LONGEST_VALUE = 35;
const values = z.record(z.string(), z.string());

/** The action SendSms, to one number, as the provider does it. */
export function sendSms(account: SmsAccount, phones: Phones, asked: URLSearchParams): SmsCode {
  if (asked.get('SignName') !== account.signName) return 'isv.SMS_SIGNATURE_ILLEGAL';
  const template = account.templates.find(({ code }) => code === asked.get('TemplateCode'));
  if (!template) return 'isv.SMS_TEMPLATE_ILLEGAL';
  const number = MOBILE.exec(asked.get('PhoneNumbers') ?? '')?.[1];
  if (number === undefined) return 'isv.MOBILE_NUMBER_ILLEGAL';
  const given = readValues(asked.get('TemplateParam'));
  if (!given) return 'isv.INVALID_JSON_PARAM';
  if (Object.values(given).some((value) => [...value].length > LONGEST_VALUE)) return 'isv.PARAM_LENGTH_LIMIT';
  const missing = [...template.text.matchAll(VARIABLE)].some(([, name = '']) => !given[name]);
  if (missing) return 'isv.TEMPLATE_MISSING_PARAMETERS';
  const text = template.text.replace(VARIABLE, (_, name: string) => given[name] ?? '');
  phones.add({ number, text: `【${account.signName}】${text}`, reference: asked.get('OutId') ?? '' });
  return 'OK';
}

function readValues(text: string | null): Record<string, string> | undefined {
  try {
    return values.parse(JSON.parse(text ?? '{}'));
  } catch {
    return undefined;
  }
}
