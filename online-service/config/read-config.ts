import { resolve } from 'node:path';
import { type Said, StartProblem } from '../problems/start-problem.ts';
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
  CERTBRIDGE_DATA_DIR: { zh: '一个文件夹的路径', en: 'the path of a folder' },
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
  return {
    port: data.CERTBRIDGE_SERVICE_PORT,
    host: data.CERTBRIDGE_SERVICE_HOST,
    ...(data.DATABASE_URL === undefined ? {} : { databaseUrl: data.DATABASE_URL }),
    dataDir: resolve(data.CERTBRIDGE_DATA_DIR),
    extensionIds: data.CERTBRIDGE_EXTENSION_IDS,
    logLevel: data.CERTBRIDGE_LOG_LEVEL,
    finishWithinMs: data.CERTBRIDGE_STOP_SECONDS * 1000,
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
