import type { SealKind, SealMade } from './seal.ts';

/** A seal of an order; its pictures lie sealed in the material store. */
export interface KeptSeal {
  readonly id: string;
  readonly orderId: string;
  readonly kind: SealKind;
  readonly made: SealMade;
  readonly width: number;
  readonly height: number;
  readonly pngKey: string;
  /** A sampled seal has no drawing. */
  readonly svgKey: string | undefined;
  readonly at: Date;
}

export interface SealStore {
  /** In the place of the order's earlier one of this kind, which is answered. */
  put(seal: KeptSeal): Promise<KeptSeal | undefined>;
  ofOrder(orderId: string): Promise<KeptSeal[]>;
  removeOf(orderId: string): Promise<void>;
}

export function keysOf(seals: readonly KeptSeal[]): string[] {
  return seals.flatMap(({ pngKey, svgKey }) => (svgKey === undefined ? [pngKey] : [pngKey, svgKey]));
}
