import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import type { TokenDriver } from '../../pkcs11/token-driver.ts';
import type { Bell } from './bell.ts';

/** Most faults pass by themselves, with the key that is at fault. */
const PATIENCE_MS = 5_000;

interface RenewOptions {
  readonly bell: Pick<Bell, 'inDriver'>;
  readonly clock: Clock;
  /** Ends this process. The next one has no bell. */
  readonly leave: () => void;
}

/**
 * A driver at fault starts from C_Initialize again. PKCS#11 lets a thread wait in C_WaitForSlotEvent meanwhile; OpenSC
 * then frees what that thread still uses. So while one waits, a fault that stays costs the process.
 */
export function renewDriver({
  bell,
  clock,
  leave,
}: RenewOptions): (driver: TokenDriver, faultySince: Date | undefined) => void {
  return (driver, faultySince) => {
    if (!bell.inDriver) driver.reinitialize();
    else if (faultySince && clock.now() - faultySince.getTime() > PATIENCE_MS) leave();
  };
}
