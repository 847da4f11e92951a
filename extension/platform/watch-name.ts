import type { EventOf } from '@certbridge/shared/contract/operation.ts';
import type { PanelContract } from '@certbridge/shared/contract/panel.ts';

/** The operations that last until they are cancelled; a test holds this list to the contract. */
export const WATCH_NAMES = ['page.watch', 'host.watch', 'keys.watch'] as const;

export type WatchName = (typeof WATCH_NAMES)[number];
export type WatchEvent<Name extends WatchName> = EventOf<PanelContract[Name]>;
