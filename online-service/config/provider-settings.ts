import { createSecretKey, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import type { ProviderPlaces } from '../identity/open-providers.ts';
import type { Said } from '../problems/start-problem.ts';
import type { ProviderPlace } from '../signed-wire/provider-place.ts';

/** People's names and numbers travel there: in the open only within this computer. */
const address = z
  .url({ protocol: /^https?$/ })
  .check(z.maxLength(200), z.regex(/^(https:|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(?=[:/]|$))[^?#@]*$/));
const appId = z.string().check(z.regex(/^[\w.-]{1,64}$/));
const key = z.pipe(
  z.string().check(z.regex(/^[A-Za-z0-9+/]{43,344}={0,2}$/)),
  z.transform((text: string) => createSecretKey(Buffer.from(text, 'base64'))),
);

/** Who checks identities and who issues invoices. Each three together; a provider that is not set is away, and says so when it is asked for. */
export const providerEnvironment = {
  CERTBRIDGE_BUREAU_URL: z.optional(address),
  CERTBRIDGE_BUREAU_APP_ID: z.optional(appId),
  CERTBRIDGE_BUREAU_KEY: z.optional(key),
  CERTBRIDGE_BANK_URL: z.optional(address),
  CERTBRIDGE_BANK_APP_ID: z.optional(appId),
  CERTBRIDGE_BANK_KEY: z.optional(key),
  CERTBRIDGE_INVOICE_URL: z.optional(address),
  CERTBRIDGE_INVOICE_APP_ID: z.optional(appId),
  CERTBRIDGE_INVOICE_KEY: z.optional(key),
  CERTBRIDGE_INVOICE_TAX_PERCENT: z._default(
    z.pipe(z.string().check(z.regex(/^(\d|1[0-3])$/)), z.transform(Number)),
    6,
  ),
};

const providerSettings = z.object(providerEnvironment);
type ProviderData = z.output<typeof providerSettings>;
type ProviderVariable = keyof typeof providerEnvironment;

export const PROVIDERS_MUST_BE: Readonly<Record<ProviderVariable, Said>> = {
  CERTBRIDGE_BUREAU_URL: {
    zh: '身份核验机构的地址，以 https:// 开头（本机可用 http://；与应用标识、密钥一并设置）',
    en: 'the https address of the identity bureau (http only on this computer; set together with app id and key)',
  },
  CERTBRIDGE_BUREAU_APP_ID: {
    zh: '身份核验机构分配的应用标识',
    en: 'the app id that the identity bureau has given',
  },
  CERTBRIDGE_BUREAU_KEY: {
    zh: '与核验机构约定的签名密钥，不少于 32 个字节的 Base64',
    en: 'the signing key agreed with the bureau: base64 of at least 32 bytes',
  },
  CERTBRIDGE_BANK_URL: {
    zh: '银行打款接口的地址，以 https:// 开头（本机可用 http://；与应用标识、密钥一并设置）',
    en: 'the https address of the bank’s transfers (http only on this computer; set together with app id and key)',
  },
  CERTBRIDGE_BANK_APP_ID: { zh: '银行分配的应用标识', en: 'the app id that the bank has given' },
  CERTBRIDGE_BANK_KEY: {
    zh: '与银行约定的签名密钥，不少于 32 个字节的 Base64',
    en: 'the signing key agreed with the bank: base64 of at least 32 bytes',
  },
  CERTBRIDGE_INVOICE_URL: {
    zh: '电子发票平台的地址，以 https:// 开头（本机可用 http://；与应用标识、密钥一并设置）',
    en: 'the https address of the e-invoice platform (http only on this computer; set together with app id and key)',
  },
  CERTBRIDGE_INVOICE_APP_ID: {
    zh: '电子发票平台分配的应用标识',
    en: 'the app id that the e-invoice platform has given',
  },
  CERTBRIDGE_INVOICE_KEY: {
    zh: '与电子发票平台约定的签名密钥，不少于 32 个字节的 Base64',
    en: 'the signing key agreed with the e-invoice platform: base64 of at least 32 bytes',
  },
  CERTBRIDGE_INVOICE_TAX_PERCENT: {
    zh: '0 到 13 之间的整数：开票税率（百分之几），不设置为 6',
    en: 'a whole number from 0 to 13: the tax rate of invoices in percent; unset, 6',
  },
};

/** The e-invoice platform, if it is set, and the rate at which our services are taxed. */
export interface InvoicesConfig {
  readonly place?: ProviderPlace;
  readonly taxPercent: number;
}

export interface ProvidersConfig {
  readonly identity: ProviderPlaces;
  readonly invoices: InvoicesConfig;
}

/** A provider that is set in part names what is missing. */
export function providersOf(data: ProviderData): ProvidersConfig | { readonly missing: readonly ProviderVariable[] } {
  const bureau = placeOf(data, 'BUREAU');
  const bank = placeOf(data, 'BANK');
  const invoice = placeOf(data, 'INVOICE');
  const missing = [bureau, bank, invoice].flatMap((place) => (place && 'missing' in place ? place.missing : []));
  if (missing.length > 0) return { missing };
  const taxPercent = data.CERTBRIDGE_INVOICE_TAX_PERCENT;
  return {
    identity: {
      ...(bureau && !('missing' in bureau) ? { bureau } : {}),
      ...(bank && !('missing' in bank) ? { bank } : {}),
    },
    invoices: { ...(invoice && !('missing' in invoice) ? { place: invoice } : {}), taxPercent },
  };
}

function placeOf(
  data: ProviderData,
  who: 'BUREAU' | 'BANK' | 'INVOICE',
): ProviderPlace | { readonly missing: readonly ProviderVariable[] } | undefined {
  const url: string | undefined = data[`CERTBRIDGE_${who}_URL`];
  const id: string | undefined = data[`CERTBRIDGE_${who}_APP_ID`];
  const secret: KeyObject | undefined = data[`CERTBRIDGE_${who}_KEY`];
  if (url !== undefined && id !== undefined && secret !== undefined) {
    // What is called lies under it.
    return { url: url.endsWith('/') ? url : `${url}/`, appId: id, key: secret };
  }
  const names = (['URL', 'APP_ID', 'KEY'] as const).map((part) => `CERTBRIDGE_${who}_${part}` as const);
  const unset = names.filter((name) => data[name] === undefined);
  return unset.length === names.length ? undefined : { missing: unset };
}
