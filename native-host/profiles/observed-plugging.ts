/** After what a driver showed that a key had gone, or come: by being asked again, or only after C_Initialize; or never. */
export type Noticed = 'polling' | 'reinitialize' | 'never';

/** What a driver did while a person pulled a key and plugged it in again. */
export interface ObservedPlugging {
  readonly pulled: Noticed;
  readonly plugged: Noticed;
  /** C_WaitForSlotEvent told of it. */
  readonly event: boolean;
  /** What an open session said once the key was known to be out. */
  readonly session: string;
}

/** As a profile says it; nothing when a driver that shows keys that are gone leaves nothing to say. */
export function seesNewTokensAfter({ pulled, plugged }: ObservedPlugging): 'polling' | 'reinitialize' | undefined {
  if (pulled === 'never' || plugged === 'never') return undefined;
  return pulled === 'reinitialize' ? pulled : plugged;
}
