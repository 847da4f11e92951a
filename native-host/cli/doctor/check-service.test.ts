import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { checkService } from './check-service.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

/** A service whose clock is ahead of ours. */
function serviceAhead(ms: number): Promise<string> {
  const service = createServer((_request, response) => {
    response.setHeader('date', new Date(Date.now() + ms).toUTCString());
    response.end('{}');
  });
  server = service;
  return new Promise((resolve) => {
    service.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(service.address() as AddressInfo).port}`));
  });
}

it.each([
  [0, true, '准确'],
  [30_000, true, '准确'],
  [600_000, false, '慢了 10 分钟'],
  [-600_000, false, '快了 10 分钟'],
])('a service that is %i ms ahead: clock right %s', async (ms, ok, words) => {
  const [service, clock] = await checkService(await serviceAhead(ms));
  expect(service).toMatchObject({ check: 'service', ok: true });
  expect(clock).toMatchObject({ check: 'clock', ok, what: { zh: expect.stringContaining(words) } });
  expect(clock?.fix !== undefined).toBe(!ok);
});

it('a service that is not there is told with the fix, and says nothing of the clock', async () => {
  const address = await serviceAhead(0);
  await new Promise((resolve) => server?.close(resolve));
  expect(await checkService(address)).toMatchObject([{ check: 'service', ok: false, fix: {} }]);
});
