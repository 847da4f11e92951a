import type { MaterialStore } from '../materials/store/material-store.ts';
import { type AnchorPlace, anchorBytes, anchorName } from './anchor.ts';

/** An object for each head, in a bucket of its own that should refuse to overwrite and delete (object lock). */
export function anchorBucket(bucket: Pick<MaterialStore, 'put'>): AnchorPlace {
  return { keep: (signed) => bucket.put(`audit/${anchorName(signed)}`, anchorBytes(signed)) };
}
