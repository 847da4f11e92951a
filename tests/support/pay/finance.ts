import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { ROOT } from '../../../scripts/tools/root.ts';
import type { World } from '../../../scripts/world/start-world.ts';
import { expect } from '../patient-expect.ts';

const waiting = z.array(z.object({ trade: z.string() }));

/** Finance at the service's command line, beside the running service. */
export async function finance(world: World, ...given: readonly string[]): Promise<string> {
  const cli = join(ROOT, 'online-service/cli.ts');
  const env = { ...process.env, CERTBRIDGE_DATA_DIR: join(dirname(world.hostConfigPath), 'service') };
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'finance', ...given], { env, timeout: 60_000 });
  return stdout;
}

/** The number under which finance finds the remittance of an order. */
export async function remittanceOf(world: World, orderNumber: string): Promise<string> {
  const beginning = `CB${orderNumber.replace('-', '')}P`;
  const listed = waiting.parse(JSON.parse(await finance(world, 'remittances', '--json')));
  const found = listed.filter(({ trade }) => trade.startsWith(beginning));
  expect(found, 'announced once, listed once').toHaveLength(1);
  return found[0]?.trade ?? '';
}
