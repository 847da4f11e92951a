import { resolve } from 'node:path';
import type * as z from 'zod/mini';
import { type Said, StartProblem } from '../problems/start-problem.ts';
import { AUDIT_MUST_BE, auditOf } from './audit-settings.ts';
import { AUTHORITY_MUST_BE, authorityOf } from './authority-settings.ts';
import { MESSAGES_MUST_BE, messagesOf } from './message-settings.ts';
import { PAYMENT_FILES_MUST_BE, paymentFilesOf } from './payment-files.ts';
import { PROVIDERS_MUST_BE, providersOf } from './provider-settings.ts';
import { type ServiceConfig, type ServiceVariable, serviceEnvironment } from './service-config.ts';

/** What each variable must look like; complete by type, so that no bad value goes unexplained. */
const MUST_BE: Readonly<Record<ServiceVariable, Said>> = {
  CERTBRIDGE_SERVICE_PORT: {
    zh: '0 到 65535 之间的整数，0 表示自动选择空闲端口',
    en: 'a whole number from 0 to 65535; 0 chooses a free port',
  },
  CERTBRIDGE_SERVICE_HOST: {
    zh: '主机名或 IP 地址，例如 127.0.0.1',
    en: 'a host name or IP address, such as 127.0.0.1',
  },
  DATABASE_URL: {
    zh: '形如 postgresql://用户:密码@主机:5432/库名 的地址；不设置则使用内置数据库',
    en: 'an address like postgresql://user:password@host:5432/name; unset, the built-in database is used',
  },
  CERTBRIDGE_PUBLIC_URL: {
    zh: '用户的浏览器和手机访问本服务的地址，例如 https://ca.example.cn',
    en: 'the address at which browsers and phones reach the service, such as https://ca.example.cn',
  },
  CERTBRIDGE_TRUSTED_PROXIES: {
    zh: '以逗号分隔的负载均衡地址或网段，例如 10.0.0.0/8',
    en: 'addresses or networks of load balancers separated by commas, such as 10.0.0.0/8',
  },
  CERTBRIDGE_DATA_DIR: { zh: '一个文件夹的路径', en: 'the path of a folder' },
  CERTBRIDGE_S3_BUCKET: {
    zh: 'S3 兼容存储的桶名；不设置则存放在数据文件夹',
    en: 'the bucket of an S3-compatible store; unset, materials lie in the data folder',
  },
  CERTBRIDGE_S3_ENDPOINT: { zh: 'S3 兼容存储的地址', en: 'the address of the S3-compatible store' },
  CERTBRIDGE_S3_REGION: { zh: '区域名，例如 cn-north-1', en: 'the name of a region, such as cn-north-1' },
  CERTBRIDGE_S3_ACCESS_KEY_ID: { zh: '访问密钥的标识', en: 'the id of an access key' },
  CERTBRIDGE_S3_SECRET_ACCESS_KEY: { zh: '访问密钥', en: 'the secret of that access key' },
  ...MESSAGES_MUST_BE,
  ...PROVIDERS_MUST_BE,
  ...PAYMENT_FILES_MUST_BE,
  ...AUTHORITY_MUST_BE,
  CERTBRIDGE_MASTER_KEYS: {
    zh: '以逗号分隔的“标识 Base64”，每把密钥 32 个字节',
    en: 'a list of “id base64” separated by commas, each key of 32 bytes',
  },
  CERTBRIDGE_MASTER_KEY_FILE: { zh: '主密钥文件的路径', en: 'the path of the file of master keys' },
  CERTBRIDGE_WORK_ORDER_KEY: {
    zh: '一个文件的路径，文件里是签发工单的 ES256 私钥（JWK）',
    en: 'the path of a file with the ES256 private key (a JWK) that signs work orders',
  },
  ...AUDIT_MUST_BE,
  CERTBRIDGE_EXTENSION_IDS: {
    zh: '以逗号分隔的扩展 ID，每个为 32 个 a–p 的字母',
    en: 'extension ids separated by commas, each of 32 letters a–p',
  },
  CERTBRIDGE_LOG_LEVEL: {
    zh: 'fatal、error、warn、info、debug、trace、silent 之一',
    en: 'one of fatal, error, warn, info, debug, trace, silent',
  },
  CERTBRIDGE_STOP_SECONDS: {
    zh: '1 到 300 之间的整数：停止时等待未完成请求的秒数',
    en: 'a whole number from 1 to 300: the seconds that open requests have when the service stops',
  },
};

/** An empty variable counts as unset: that is how shells and container files leave a setting out. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ServiceConfig {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const read = serviceEnvironment.safeParse(Object.fromEntries(set));
  if (!read.success) throw badSettings(new Set(read.error.issues.map((issue) => String(issue.path[0]))));
  const { data } = read;
  const messages = messagesOf(data);
  if ('missing' in messages) throw badSettings(new Set(messages.missing));
  const providers = providersOf(data);
  if ('missing' in providers) throw badSettings(new Set(providers.missing));
  if (data.CERTBRIDGE_AUDIT_BUCKET && !data.CERTBRIDGE_S3_BUCKET)
    throw badSettings(new Set(['CERTBRIDGE_AUDIT_BUCKET']));
  const authority = authorityOf(data);
  if ('missing' in authority) throw badSettings(new Set(authority.missing));
  return {
    port: data.CERTBRIDGE_SERVICE_PORT,
    host: data.CERTBRIDGE_SERVICE_HOST,
    ...(data.DATABASE_URL === undefined ? {} : { databaseUrl: data.DATABASE_URL }),
    ...(data.CERTBRIDGE_PUBLIC_URL === undefined ? {} : { publicUrl: data.CERTBRIDGE_PUBLIC_URL.replace(/\/$/, '') }),
    trustedProxies: data.CERTBRIDGE_TRUSTED_PROXIES,
    dataDir: resolve(data.CERTBRIDGE_DATA_DIR),
    ...bucketOf(data),
    messages,
    providers: providers.identity,
    invoices: providers.invoices,
    paymentFiles: paymentFilesOf(data),
    ...authority,
    masterKeys: {
      ...(data.CERTBRIDGE_MASTER_KEYS === undefined ? {} : { text: data.CERTBRIDGE_MASTER_KEYS }),
      ...(data.CERTBRIDGE_MASTER_KEY_FILE === undefined ? {} : { file: data.CERTBRIDGE_MASTER_KEY_FILE }),
    },
    ...(data.CERTBRIDGE_WORK_ORDER_KEY === undefined
      ? {}
      : { workOrderKeyFile: resolve(data.CERTBRIDGE_WORK_ORDER_KEY) }),
    audit: auditOf(data),
    extensionIds: data.CERTBRIDGE_EXTENSION_IDS,
    logLevel: data.CERTBRIDGE_LOG_LEVEL,
    finishWithinMs: data.CERTBRIDGE_STOP_SECONDS * 1000,
  };
}

function bucketOf(data: z.output<typeof serviceEnvironment>): Pick<ServiceConfig, 'bucket'> {
  if (data.CERTBRIDGE_S3_BUCKET === undefined) return {};
  const endpoint = data.CERTBRIDGE_S3_ENDPOINT;
  return {
    bucket: {
      bucket: data.CERTBRIDGE_S3_BUCKET,
      ...(endpoint === undefined ? {} : { endpoint }),
      region: data.CERTBRIDGE_S3_REGION,
      accessKeyId: data.CERTBRIDGE_S3_ACCESS_KEY_ID,
      secretAccessKey: data.CERTBRIDGE_S3_SECRET_ACCESS_KEY,
      pathStyle: endpoint !== undefined,
    },
  };
}

/** Values are not repeated: one of them holds a password. */
function badSettings(names: ReadonlySet<string>): StartProblem {
  const bad = (Object.keys(MUST_BE) as ServiceVariable[]).filter((name) => names.has(name));
  const list = bad.join('、');
  return new StartProblem({
    what: { zh: `环境变量 ${list} 的值无法使用。`, en: `The value of ${bad.join(', ')} cannot be used.` },
    next: {
      zh: `请改正或取消设置后再启动。${bad.map((name) => `${name} 应为：${MUST_BE[name].zh}。`).join('')}`,
      en: `Correct or unset it and start again. ${bad.map((name) => `${name} must be ${MUST_BE[name].en}.`).join(' ')}`,
    },
    exitCode: 2,
  });
}
