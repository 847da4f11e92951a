import type { ModuleTrouble } from '@certbridge/shared/contract/key-events.ts';

/** Comes in the place of a driver's own trouble when there is no driver to have any. */
export function isNoDrivers(trouble: ModuleTrouble): boolean {
  return trouble.error.code === 'NO_MODULES';
}
