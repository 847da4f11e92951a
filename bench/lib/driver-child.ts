import { setTimeout as wait } from 'node:timers/promises';
import { openPkcs11 } from '../../native-host/token/pkcs11/pkcs11-driver.ts';
import type { DriverOrder, DriverPlace } from './driver-process.ts';

const place = JSON.parse(process.argv[2] ?? 'null') as DriverPlace;
const driver = openPkcs11(place.path);

process.on('message', (order: DriverOrder) => {
  if (order.type === 'walk') process.send?.({ samples: Array.from({ length: order.count }, timedLook) });
  else void until(order.present, order.lookEveryMs);
});
// Not process.exit: that runs the driver's own exit handlers, and some of them hang.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

/** Which slots hold tokens, and what each token says of itself; with what this driver needs to see a new one. */
function look(): number {
  if (place.seesNewTokensAfter === 'reinitialize') driver.reinitialize();
  return driver.tokens().tokens.filter(({ blank }) => !blank).length;
}

function timedLook(): number {
  const began = performance.now();
  look();
  return performance.now() - began;
}

async function until(present: boolean, lookEveryMs: number): Promise<void> {
  while (look() > 0 !== present) await wait(lookEveryMs);
  process.send?.({ samples: [] });
}
