import { OPENSC_MODULE, SOFTHSM_MODULE, type UsbEnv } from '../usb-port/usb-port.ts';
import type { UsbModule } from './ready-message.ts';

export function usbModules(env: UsbEnv): UsbModule[] {
  const { SOFTHSM2_CONF, PCSCLITE_CSOCK_NAME, OPENSC_CONF } = env;
  return [
    {
      id: 'opensc',
      name: 'OpenSC',
      path: OPENSC_MODULE,
      env: { PCSCLITE_CSOCK_NAME, OPENSC_CONF },
      seesNewTokensAfter: 'polling',
      slotEvents: 'wait',
    },
    {
      id: 'softhsm2',
      name: 'SoftHSM2',
      path: SOFTHSM_MODULE,
      env: { SOFTHSM2_CONF },
      seesNewTokensAfter: 'reinitialize',
      slotEvents: 'token-folder',
    },
  ];
}
