import type { SmsTemplate } from '../../outbox/outbox.ts';
import { SendFault } from '../../outbox/send-fault.ts';
import type { Sms, SmsSender } from './sms-sender.ts';

export interface AliyunSmsConfig {
  /** https://dysmsapi.aliyuncs.com, or where something that speaks the same wire listens. */
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** The registered signature: the name in 【】 before each text. */
  readonly signName: string;
  /** Under which code each of our texts is registered with the provider. */
  readonly templates: Readonly<Record<SmsTemplate, string>>;
}

const TIMES = { connectTimeout: 3_000, readTimeout: 8_000 } as const;

/** What the provider will never take, however often it is offered; anything else may pass, or be mended by the operator. */
const FINAL: readonly string[] = [
  'isv.MOBILE_NUMBER_ILLEGAL',
  'isv.MOBILE_COUNT_OVER_LIMIT',
  'isv.TEMPLATE_MISSING_PARAMETERS',
  'isv.INVALID_JSON_PARAM',
  'isv.PARAM_LENGTH_LIMIT',
  'isv.PARAM_NOT_SUPPORT_URL',
  'isv.BLACK_KEY_CONTROL_LIMIT',
];

/**
 * Alibaba Cloud's SMS service through its own SDK, which is loaded with the first message. The SDK does not repeat a
 * request by itself, and neither does the provider know repetitions: `OutId` lets a person see them.
 */
export function aliyunSms(config: AliyunSmsConfig): SmsSender {
  let client: ReturnType<typeof openClient> | undefined;
  return {
    async send(sms) {
      client ??= openClient(config);
      const { send } = await client;
      const code = await send(sms).catch((fault: unknown) => codeOf(fault));
      if (code !== 'OK') throw new SendFault(code, FINAL.includes(code));
    },
  };
}

async function openClient({ endpoint, signName, templates, ...keys }: AliyunSmsConfig) {
  const [{ default: sdk, SendSmsRequest }, { $OpenApiUtil }] = await Promise.all([
    import('@alicloud/dysmsapi20170525'),
    import('@alicloud/openapi-core'),
  ]);
  const { protocol, host } = new URL(endpoint);
  const settings = { ...keys, endpoint: host, protocol: protocol.replace(':', ''), ...TIMES };
  // Loaders differ on what a CommonJS module's default is: the module, or the default in it.
  const Client = sdk.default ?? sdk;
  const client = new Client(new $OpenApiUtil.Config(settings));
  return {
    async send({ id, to, template, values }: Sms): Promise<string> {
      const request = new SendSmsRequest({
        phoneNumbers: to,
        signName,
        templateCode: templates[template],
        templateParam: JSON.stringify(values),
        outId: id,
      });
      const { body } = await client.sendSms(request);
      return body?.code ?? 'unknown';
    },
  };
}

/** The SDK's errors quote the request; their codes do not. */
function codeOf(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown';
  return /^[\w.-]{1,60}$/.test(code) && code !== 'OK' ? code : 'unknown';
}
