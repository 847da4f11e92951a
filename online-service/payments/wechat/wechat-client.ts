import { Decorator } from 'wechatpay-axios-plugin';
import * as z from 'zod/mini';
import { PaymentProviderAway } from '../payment-provider.ts';
import type { WechatSettings } from './wechat-settings.ts';

export interface WechatCall {
  readonly method: 'GET' | 'POST';
  /** Under the provider's address. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly content?: Readonly<Record<string, unknown>>;
}

/** What the provider has signed, whether it did what it was asked or not. */
export interface WechatReply {
  readonly status: number;
  readonly content: unknown;
}

export interface WechatClientOptions {
  /** Where the provider notifies us: https from outside, and without a query. */
  readonly notifyUrl: () => string;
  /** For one question. */
  readonly withinMs?: number | undefined;
}

export interface WechatClient {
  readonly settings: WechatSettings;
  readonly notifyUrl: () => string;
  call(call: WechatCall): Promise<WechatReply>;
  /** A bill's file: not signed, its hash was. */
  download(token: Readonly<Record<string, string>>): Promise<Uint8Array>;
}

/** A panel that waits has fifteen seconds. */
const WITHIN_MS = 8_000;
const BILL_WITHIN_MS = 60_000;
const REPLY_BYTES = 256 * 1024;
const BILL_BYTES = 64 * 1024 * 1024;

export function wechatClient(
  settings: WechatSettings,
  { notifyUrl, withinMs = WITHIN_MS }: WechatClientOptions,
): WechatClient {
  const http = signedHttp(settings);
  return {
    settings,
    notifyUrl,
    async call({ method, path, query, content }) {
      const response = await answered(
        http.request({
          method,
          url: path,
          ...(query ? { params: query } : {}),
          ...(content ? { data: content } : {}),
          maxContentLength: REPLY_BYTES,
          signal: AbortSignal.timeout(withinMs),
        }),
      );
      return { status: response.status, content: response.data };
    },
    async download(token) {
      const response = await answered(
        http.request<Buffer>({
          method: 'GET',
          url: 'v3/billdownload/file',
          params: token,
          responseType: 'arraybuffer',
          maxContentLength: BILL_BYTES,
          signal: AbortSignal.timeout(BILL_WITHIN_MS),
        }),
      );
      if (response.status !== 200) throw new PaymentProviderAway('bill-not-handed-out');
      return response.data;
    },
  };
}

function signedHttp({ baseURL, mchid, merchant, platformKeys }: WechatSettings) {
  // With a public key instead of certificates, the provider signs by it for those who ask for it.
  const asksFor = Object.keys(platformKeys).find((serial) => serial.startsWith('PUB_KEY_ID_'));
  const config = {
    baseURL,
    mchid,
    serial: merchant.serial,
    privateKey: merchant.privateKey,
    certs: platformKeys,
    ...(asksFor ? { headers: { 'Wechatpay-Serial': asksFor } } : {}),
    // Every status is an answer: then the plugin verifies refusals as well, which it else believes unsigned.
    validateStatus: () => true,
    maxRedirects: 0,
    proxy: false as const,
  };
  return Decorator.jsonBased(config);
}

/** The plugin's errors hold the whole request, keys and reply: only a word of them goes on. */
async function answered<Response>(asked: Promise<Response>): Promise<Response> {
  try {
    return await asked;
  } catch (fault) {
    throw new PaymentProviderAway(reasonOf(fault));
  }
}

const failure = z.object({ code: z.string(), response: z.optional(z.object({ status: z.int() })) });

function reasonOf(fault: unknown): string {
  const read = failure.safeParse(fault);
  if (!read.success) return 'not-asked';
  const { code, response } = read.data;
  if (code.startsWith('EV3_')) return reasonOfUnsigned(response?.status ?? 0);
  if (code === 'ERR_CANCELED' || code === 'ECONNABORTED' || code === 'ETIMEDOUT') return 'too-slow';
  return 'unreachable';
}

/** A gateway before the provider has no key; and who is not believed gets no signature either. */
function reasonOfUnsigned(status: number): string {
  if (status >= 500) return 'unwell';
  if (status === 429) return 'too-fast';
  if (status === 401 || status === 403) return 'request-refused';
  return 'reply-not-trusted';
}

const refusal = z.object({ code: z.string().check(z.regex(/^[A-Z_]{2,40}$/)) });

/** The provider's word for why not; a code of its list, never its message. */
export function refusalCode({ content }: WechatReply): string {
  const read = refusal.safeParse(content);
  return read.success ? read.data.code : 'reply-not-understood';
}

/** A reply of the expected form, or nothing is known. */
export function contentAs<Schema extends z.ZodMiniType>(reply: WechatReply, schema: Schema): z.output<Schema> {
  if (reply.status !== 200) throw new PaymentProviderAway(refusalCode(reply));
  const read = schema.safeParse(reply.content);
  if (!read.success) throw new PaymentProviderAway('reply-not-understood');
  return read.data;
}
