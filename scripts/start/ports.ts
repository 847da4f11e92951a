import { once } from 'node:events';
import { createServer } from 'node:net';
import { ToldProblem } from '../tools/told-problem.mjs';
import { portHolder } from './port-holder.ts';

interface PortSetting {
  readonly what: string;
  readonly variable: string;
  readonly usual: number;
}

const SANDBOX: PortSetting = { what: '沙箱 sandbox', variable: 'CERTBRIDGE_SANDBOX_PORT', usual: 7100 };
const SERVICE: PortSetting = { what: '线上服务 online service', variable: 'CERTBRIDGE_SERVICE_PORT', usual: 7200 };

export interface Ports {
  readonly sandboxPort: number;
  readonly servicePort: number;
}

/** Looks at both ports before anything slow begins. */
export async function freePorts(environment: NodeJS.ProcessEnv): Promise<Ports> {
  const sandboxPort = readPort(SANDBOX, environment);
  const servicePort = readPort(SERVICE, environment);
  await mustBeFree(SANDBOX, sandboxPort);
  await mustBeFree(SERVICE, servicePort);
  return { sandboxPort, servicePort };
}

function readPort({ variable, usual }: PortSetting, environment: NodeJS.ProcessEnv): number {
  const text = environment[variable];
  if (!text) return usual;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ToldProblem({
    zh: `${variable}=${text} 不是端口号，应为 0 到 65535 的整数（0 为自动选择）。`,
    en: `${variable}=${text} is not a port: a whole number from 0 to 65535 (0 chooses a free one).`,
  });
}

async function mustBeFree({ what, variable }: PortSetting, port: number): Promise<void> {
  const probe = createServer();
  probe.listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch {
    throw busy(what, variable, port);
  }
  probe.close();
  await once(probe, 'close');
}

function busy(what: string, variable: string, port: number): ToldProblem {
  const holder = portHolder(port);
  const another = port < 65_000 ? port + 10 : port - 10;
  return new ToldProblem({
    zh: `${what} 的端口 ${port} 已被占用${holder ? `，占用者：${holder}` : ''}。请停掉它，或换一个端口：`,
    en: `Port ${port} for the ${what} is taken${holder ? ` by: ${holder}` : ''}. Stop that program, or choose another port:`,
    details: [`${variable}=${another} npm start`],
  });
}
