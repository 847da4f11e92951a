export const SEAL_KINDS = ['company', 'legal-representative', 'personal'] as const;
export type SealKind = (typeof SEAL_KINDS)[number];

/** Domain 3.11: drawn from the name, or cut from the sheet that was uploaded. */
export type SealMade = 'generated' | 'sampled';

/** Vermilion as ink pads have it. */
export const SEAL_RED = '#d7000f';

/** A picture on a transparent ground. */
export interface SealPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export type SealRefusal =
  | { readonly code: 'NAME_LENGTH'; readonly least: number; readonly most: number }
  /** The font has no such character. */
  | { readonly code: 'CHARACTER_UNKNOWN'; readonly character: string }
  | { readonly code: 'NUMBER_FORM' }
  | { readonly code: 'NOT_A_PICTURE' }
  | { readonly code: 'CROP_OUTSIDE' }
  | { readonly code: 'NO_RED_INK' }
  | { readonly code: 'TOO_PALE' }
  | { readonly code: 'TOO_SMALL'; readonly leastPixels: number }
  /** More than one that could be meant: the reviewer draws the rectangle. */
  | { readonly code: 'SEVERAL_SEALS' }
  /** Its ink reaches the edge of the picture. */
  | { readonly code: 'CUT_OFF' };

export type SealResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: SealRefusal };

export function refuseSeal(refusal: SealRefusal): { readonly ok: false; readonly refusal: SealRefusal } {
  return { ok: false, refusal };
}
