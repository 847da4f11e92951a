import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EXTENSION_IDS } from '@certbridge/shared/contract/extension-ids.ts';
import { HOST_NAME } from '@certbridge/shared/contract/native.ts';
import type { World } from '../../scripts/world/start-world.ts';
import { HELLO } from './hello-message.ts';
import { timeToExit, timeToFirstReply } from './process-timings.ts';
import { writeEchoLauncher } from './register-echo.ts';
import type { Figure } from './report.ts';
import { timings } from './timings.ts';

const ROUNDS = 25;

/** Host and floors in turn, so that whatever else this computer does meets them alike. */
export async function coldStart(world: World, dir: string): Promise<Figure[]> {
  const profile = join(dir, 'cold-profile');
  await world.registerInProfile(profile);
  const launcher = await launcherIn(profile);
  const echo = await writeEchoLauncher(dir);
  // What a browser adds on Linux.
  const origin = `chrome-extension://${EXTENSION_IDS[0]}/`;
  const host = () => timeToFirstReply(launcher, [origin], HELLO);

  const samples = { first: [] as number[], host: [] as number[], echo: [] as number[], empty: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    samples.empty.push(await timeToExit(process.execPath, ['-e', '']));
    samples.echo.push(await timeToFirstReply(echo, [origin], HELLO));
    await rm(join(dirname(launcher), 'compile-cache'), { recursive: true, force: true });
    samples.first.push(await host());
    // The one before has left its compile cache.
    samples.host.push(await host());
  }
  const empty = { name: '空的 Node empty Node process', measured: timings(samples.empty) };
  const echoed = { name: '回声主机 echo host', measured: timings(samples.echo) };
  const warm = '冷启动到 hello cold start to hello';
  const cold = '首次启动，无编译缓存 first start, no compile cache';
  const uncached = timings(samples.first);
  return [
    { what: warm, measured: timings(samples.host), floor: empty },
    { what: warm, measured: timings(samples.host), floor: echoed },
    { what: cold, measured: uncached, floor: empty },
    { what: cold, measured: uncached, floor: echoed },
  ];
}

/** Where the browser would find it. */
async function launcherIn(userDataDir: string): Promise<string> {
  const manifest = join(userDataDir, 'NativeMessagingHosts', `${HOST_NAME}.json`);
  return String(JSON.parse(await readFile(manifest, 'utf8')).path);
}
