import type { Portal } from './portal.ts';

/** Put in by the build, from the edition's list. */
declare const __REGISTERED_PORTALS__: readonly Portal[];

export const REGISTERED_PORTALS = __REGISTERED_PORTALS__;
