import type { OrderMaterial } from '@certbridge/shared/contract/online/order-view.ts';
import type { PublicError } from '@certbridge/shared/contract/result.ts';
import { isLineTrouble } from './upload-picture.ts';

/** What is going on with a slot at this computer; nothing of it is a sentence yet. */
export type SlotWork =
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'shrinking' }
  | { readonly kind: 'sending'; readonly sentBytes: number; readonly totalBytes: number }
  | { readonly kind: 'stopped'; readonly sentBytes: number; readonly totalBytes: number; readonly error: PublicError }
  | { readonly kind: 'rejected'; readonly error: PublicError }
  /** It became small enough only by losing its legibility. */
  | { readonly kind: 'not-shrinkable' };

export type SlotStanding = SlotWork | { readonly kind: 'empty' } | { readonly kind: 'done'; readonly bytes: number };

/** What is going on here comes before what the order knows. */
export function slotStanding(work: SlotWork | undefined, material: OrderMaterial): SlotStanding {
  if (work) return work;
  return material.standing === 'stored' ? { kind: 'done', bytes: material.bytes ?? 0 } : { kind: 'empty' };
}

export interface Broken {
  readonly error: PublicError;
  readonly sentBytes: number;
  readonly totalBytes: number;
}

/** What an upload that failed asks for: another picture, a smaller one, or only to go on. */
export function afterFailure({ error, sentBytes, totalBytes }: Broken): SlotWork {
  if (error.code === 'MATERIAL_TOO_LARGE') return { kind: 'too-large', bytes: totalBytes };
  const isAboutPicture = error.code.startsWith('MATERIAL_') || error.code === 'UPLOAD_DIFFERS';
  if (isAboutPicture && !isLineTrouble(error.code)) return { kind: 'rejected', error };
  return { kind: 'stopped', sentBytes, totalBytes, error };
}
