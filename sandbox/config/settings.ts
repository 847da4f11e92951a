import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from './user-error.ts';

export interface Settings {
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** CERTBRIDGE_DATA_DIR is the own folder of whatever it is given to: the sandbox, the service, or `npm start`. */
  readonly dataDir: string;
  /** Where the build leaves the partner SDK; a page says so when it is not there yet. */
  readonly sdkFile: string;
}

export const PORT_VARIABLE = 'CERTBRIDGE_SANDBOX_PORT';
const DEFAULT_PORT = 7100;
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  return {
    port: readPort(environment[PORT_VARIABLE]),
    dataDir: resolve(environment['CERTBRIDGE_DATA_DIR'] || join(PROJECT, '.data', 'sandbox')),
    sdkFile: join(PROJECT, 'dist', 'sdk', 'certbridge-sdk.js'),
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UserError({
    code: 'SANDBOX_PORT_INVALID',
    'zh-CN': `${PORT_VARIABLE} 的值不是端口号，沙箱没有启动。请改成 0 到 65535 之间的整数（0 为自动选择）。`,
    en: `${PORT_VARIABLE} is not a port number, so the sandbox was not started. Set it to a whole number from 0 to 65535 (0 picks a free one).`,
  });
}
