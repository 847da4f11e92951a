import { setTimeout as pause } from 'node:timers/promises';
import { AlipayRequestError } from 'alipay-sdk';
import * as z from 'zod/mini';
import { PaymentProviderAway } from '../payment-provider.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import type { AlipaySettings } from './alipay-settings.ts';
import { alipayTime } from './alipay-time.ts';
import { AllKeysSdk, NotSigned } from './all-keys-sdk.ts';

/** However slowly the words trickle in. */
const WHOLE_WITHIN_MS = 12_000;

export interface AlipayCall<Fields> {
  readonly method: string;
  readonly content: Readonly<Record<string, string>>;
  readonly notifyUrl?: string;
  /** Of the answer to what has succeeded. */
  readonly fields: z.ZodMiniType<Fields>;
}

/** `refused`: Alipay has understood and does not do it; why, in its own word. */
export type AlipayAnswer<Fields> = { readonly fields: Fields } | { readonly refused: string };

export interface AlipayClient {
  /** Throws `PaymentProviderAway` when there is no answer, or none that Alipay has signed. */
  call<Fields>(asked: AlipayCall<Fields>): Promise<AlipayAnswer<Fields>>;
  sdk(): Promise<{ readonly sdk: AllKeysSdk; readonly settings: AlipaySettings }>;
}

const word = z.string().check(z.regex(/^[\w.-]{1,80}$/));
const answer = z.object({ code: word, sub_code: z.optional(word) });

export function alipayClient(file: SettingsFile<AlipaySettings>, now: () => Date): AlipayClient {
  // An SDK for each settings: its keys are read once.
  const sdks = new WeakMap<AlipaySettings, AllKeysSdk>();
  const sdk = async () => {
    const settings = await file.current();
    const made = sdks.get(settings) ?? new AllKeysSdk(settings);
    sdks.set(settings, made);
    return { sdk: made, settings };
  };
  return {
    sdk,
    async call({ method, content, notifyUrl, fields }) {
      const said = await exec((await sdk()).sdk, {
        method,
        parameters: {
          biz_content: content,
          // The SDK would say the time of this computer's own zone.
          timestamp: alipayTime(now()),
          ...(notifyUrl === undefined ? {} : { notify_url: notifyUrl }),
        },
      });
      const { code, sub_code: refused } = understood(answer, said);
      if (code === '10000') return { fields: understood(fields, said) };
      if (code === '40004' && refused !== undefined) return { refused };
      throw new PaymentProviderAway(refused ?? code);
    },
  };
}

async function exec(
  sdk: AllKeysSdk,
  { method, parameters }: { readonly method: string; readonly parameters: Record<string, unknown> },
): Promise<unknown> {
  const stop = new AbortController();
  const tooSlow = pause(WHOLE_WITHIN_MS, 'too-slow' as const, { signal: stop.signal, ref: false });
  const asked = sdk.exec(method, parameters, { validateSign: true });
  try {
    const first = await Promise.race([asked, tooSlow]);
    if (first !== 'too-slow') return first;
  } catch (fault) {
    throw new PaymentProviderAway(reasonOf(fault));
  } finally {
    stop.abort();
    tooSlow.catch(() => undefined);
  }
  asked.catch(() => undefined);
  throw new PaymentProviderAway('too-slow');
}

/** The SDK's own words repeat what was said. */
function reasonOf(fault: unknown): string {
  if (fault instanceof NotSigned) return 'reply-not-signed';
  if (!(fault instanceof AlipayRequestError)) return 'reply-not-understood';
  const { cause } = fault;
  if (cause instanceof SyntaxError) return 'reply-not-understood';
  if (cause instanceof Error) return /timeout/i.test(cause.name) ? 'too-slow' : 'unreachable';
  return fault.message.startsWith('HTTP') ? 'unwell' : 'reply-not-understood';
}

function understood<Value>(schema: z.ZodMiniType<Value>, said: unknown): Value {
  const read = schema.safeParse(said);
  if (!read.success) throw new PaymentProviderAway('reply-not-understood');
  return read.data;
}
