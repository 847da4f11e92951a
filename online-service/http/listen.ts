import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type Said, StartProblem } from '../problems/start-problem.ts';

export interface Place {
  readonly host: string;
  readonly port: number;
}

/** Fails before anything else is begun when the port cannot be had. */
export function checkPlace(place: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(explained(error, place)));
    probe.listen(place.port, place.host, () => probe.close(() => resolve()));
  });
}

/** The address under which the service is reached. */
export async function listen(app: FastifyInstance, place: Place): Promise<string> {
  await app.listen({ ...place }).catch((error: unknown) => {
    throw explained(error, place);
  });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : place.port;
  return `http://${place.host.includes(':') ? `[${place.host}]` : place.host}:${port}`;
}

const anotherPort: Said = {
  zh: '请停止占用它的程序，或用环境变量 CERTBRIDGE_SERVICE_PORT 换一个端口（0 表示自动选择）。',
  en: 'Stop the program that has it, or name another in CERTBRIDGE_SERVICE_PORT (0 chooses a free one).',
};
const anotherHost: Said = {
  zh: '请在环境变量 CERTBRIDGE_SERVICE_HOST 中使用本机的地址，例如 127.0.0.1。',
  en: 'Use an address of this machine in CERTBRIDGE_SERVICE_HOST, such as 127.0.0.1.',
};

function explained(error: unknown, { host, port }: Place): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const problem = (what: Said, next: Said) => new StartProblem({ what, next, exitCode: 2, cause: error });
  switch (code) {
    case 'EADDRINUSE':
      return problem({ zh: `端口 ${port} 已被占用。`, en: `Port ${port} is in use.` }, anotherPort);
    case 'EACCES':
      return problem({ zh: `没有权限使用端口 ${port}。`, en: `Port ${port} may not be used.` }, anotherPort);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return problem({ zh: `${host} 不是本机的地址。`, en: `${host} is no address of this machine.` }, anotherHost);
    default:
      return error;
  }
}
