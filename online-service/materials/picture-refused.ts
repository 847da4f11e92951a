import { type Failed, fail } from '@certbridge/shared/contract/result.ts';
import type { PictureRefusal } from './pictures/picture.ts';

const CODES = {
  NOT_A_PICTURE: 'MATERIAL_NOT_A_PICTURE',
  CARRIES_OTHER_DATA: 'MATERIAL_NOT_A_PICTURE',
  KIND_NOT_ALLOWED: 'MATERIAL_KIND_NOT_ALLOWED',
  TOO_MANY_PIXELS: 'MATERIAL_TOO_MANY_PIXELS',
  TOO_SMALL: 'MATERIAL_TOO_SMALL',
  ANIMATED: 'MATERIAL_SEVERAL_PAGES',
  DAMAGED: 'MATERIAL_DAMAGED',
  TOO_SLOW: 'MATERIAL_DAMAGED',
} as const satisfies Record<Exclude<PictureRefusal['code'], 'TOO_LARGE'>, string>;

export type PictureError = (typeof CODES)[keyof typeof CODES] | 'MATERIAL_TOO_LARGE';

export function pictureRefused({ code }: PictureRefusal, limitBytes: number): Failed<PictureError> {
  return code === 'TOO_LARGE' ? tooLarge(limitBytes) : fail(CODES[code]);
}

export function tooLarge(limitBytes: number): Failed<'MATERIAL_TOO_LARGE'> {
  return fail('MATERIAL_TOO_LARGE', { values: { limit: (limitBytes / 1024 / 1024).toFixed(1) } });
}
