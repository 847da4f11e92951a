import { PORTALS } from '../portals/portals.ts';
import type { UsbEnv } from '../usb-port/usb-port.ts';
import { LOOPBACK } from './check-port.ts';
import type { SandboxReady } from './ready-message.ts';
import { usbModules } from './usb-modules.ts';

export function makeReadyMessage(port: number, env: UsbEnv): SandboxReady {
  return {
    type: 'ready',
    url: `http://${LOOPBACK}:${port}/`,
    portals: PORTALS.map(({ id, host, channelId, name }) => ({
      id,
      url: `http://${host}:${port}/`,
      channelId,
      name: name['zh-CN'],
    })),
    usb: { env, modules: usbModules(env) },
  };
}
