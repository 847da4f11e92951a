import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, it } from 'vitest';
import type { ToldProblem } from '../tools/told-problem.mjs';
import { freePorts } from './ports.ts';

it('a busy port is named, with who holds it and the variable that chooses another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  try {
    const problem = await freePorts({
      CERTBRIDGE_SANDBOX_PORT: '0',
      CERTBRIDGE_SERVICE_PORT: String(port),
    }).catch((cause: ToldProblem) => cause.toText());
    expect(problem).toContain(`端口 ${port} 已被占用`);
    expect(problem).toContain(`(pid ${process.pid})`);
    expect(problem).toMatch(/CERTBRIDGE_SERVICE_PORT=\d+ npm start/);
  } finally {
    other.close();
  }
});

it.each(['http', '-1', '65536', '71.5'])('CERTBRIDGE_SANDBOX_PORT=%s is refused by name', async (value) => {
  await expect(freePorts({ CERTBRIDGE_SANDBOX_PORT: value })).rejects.toThrow(
    /CERTBRIDGE_SANDBOX_PORT=.* is not a port/,
  );
});
