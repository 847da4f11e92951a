import { HOST_NAME } from '@certbridge/shared/contract/native.ts';
import type { NativePorts } from './native-ports.ts';
import { ECHO_NAME } from './register-echo.ts';
import type { Figure } from './report.ts';
import { timingsOfBlocks } from './timings.ts';

const BLOCKS = 12;
const PER_BLOCK = 50;

/** Leaves both connections open. */
export async function warmRoundTrip(ports: NativePorts): Promise<Figure> {
  const blocks = { host: [] as number[][], echo: [] as number[][] };
  await ports.open(HOST_NAME);
  await ports.open(ECHO_NAME);
  for (const name of [HOST_NAME, ECHO_NAME]) await ports.ask(name, 'ping', PER_BLOCK);
  for (let block = 0; block < BLOCKS; block += 1) {
    blocks.host.push(await ports.ask(HOST_NAME, 'ping', PER_BLOCK));
    blocks.echo.push(await ports.ask(ECHO_NAME, 'ping', PER_BLOCK));
  }
  const floor = { name: '回声主机 echo host', measured: timingsOfBlocks(blocks.echo) };
  return { what: '后台↔主机 background↔host, ping', measured: timingsOfBlocks(blocks.host), floor };
}
