import { once } from 'node:events';
import { createServer } from 'node:net';
import { PORT_VARIABLE } from './settings.ts';
import { UserError } from './user-error.ts';

/** The sandbox listens to this computer only. */
export const LOOPBACK = '127.0.0.1';

/**
 * Looks before the USB port is started: a second sandbox over the same data must end before it touches the keys of
 * the first.
 */
export async function checkPort(port: number): Promise<void> {
  const probe = createServer();
  probe.listen(port, LOOPBACK);
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw portError(port, error);
  }
  probe.close();
  await once(probe, 'close');
}

/** The same failure can come from listening itself, when somebody took the port in between. */
export function portError(port: number, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new UserError({
      code: 'SANDBOX_PORT_BUSY',
      'zh-CN': `端口 ${port} 已被别的程序占用，沙箱没有启动。请关掉那个程序，或换一个端口：${PORT_VARIABLE}=${another(port)} npm start`,
      en: `Port ${port} is in use by another program, so the sandbox was not started. Stop that program, or choose another port: ${PORT_VARIABLE}=${another(port)} npm start`,
    });
  }
  if (code === 'EACCES') {
    return new UserError({
      code: 'SANDBOX_PORT_FORBIDDEN',
      'zh-CN': `系统不允许使用端口 ${port}，沙箱没有启动。请换一个 1024 以上的端口：${PORT_VARIABLE}=7100 npm start`,
      en: `The system does not allow port ${port}, so the sandbox was not started. Choose one above 1024: ${PORT_VARIABLE}=7100 npm start`,
    });
  }
  return error;
}

function another(port: number): number {
  return port < 65_000 ? port + 10 : 7100;
}
