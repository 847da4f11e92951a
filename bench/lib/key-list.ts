import { HOST_NAME } from '@certbridge/shared/contract/native.ts';
import type { World } from '../../scripts/world/start-world.ts';
import { startDriver } from './driver-process.ts';
import type { NativePorts } from './native-ports.ts';
import type { Figure } from './report.ts';
import { timings, timingsOfBlocks } from './timings.ts';
import { VIRTUAL_KEYS } from './virtual-keys.ts';

const BLOCKS = 10;
const PER_BLOCK = 20;

/** With a card and a soft token plugged. Needs the connection to the host open. */
export async function keyList(world: World, ports: NativePorts): Promise<Figure[]> {
  for (const { id } of VIRTUAL_KEYS) await world.usb.plug(id);
  const drivers = world.sandbox.usb.modules.map((module) => ({
    module,
    driver: startDriver(module),
    looks: [] as number[],
  }));
  const blocks = { list: [] as number[][], ping: [] as number[][] };
  await ports.ask(HOST_NAME, 'keys.list', PER_BLOCK);
  for (const { driver } of drivers) await driver.walk(PER_BLOCK);
  for (let block = 0; block < BLOCKS; block += 1) {
    blocks.list.push(await ports.ask(HOST_NAME, 'keys.list', PER_BLOCK));
    blocks.ping.push(await ports.ask(HOST_NAME, 'ping', PER_BLOCK));
    for (const { driver, looks } of drivers) looks.push(...(await driver.walk(PER_BLOCK)));
  }
  for (const { driver } of drivers) await driver.stop();
  for (const { id } of VIRTUAL_KEYS) await world.usb.pull(id);

  const what = '两把 UKey 的列表 keys.list, two keys';
  const list = timings(blocks.list.flat());
  return [
    {
      what,
      measured: list,
      floor: { name: '同一主机的 ping of the same host', measured: timingsOfBlocks(blocks.ping) },
    },
    ...drivers.map(({ module, looks }) => ({
      what,
      measured: list,
      floor: { name: `只问驱动 the driver alone: ${module.name}`, measured: timings(looks) },
    })),
  ];
}
