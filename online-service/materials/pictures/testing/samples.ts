import { checkPicture } from '../check-picture.ts';
import { type CheckedPicture, PIXEL_LIMITS, type PictureLimits, type PictureRefusal } from '../picture.ts';
import { grain, redAboveBlue } from './make-picture.ts';

export const LIMITS: PictureLimits = { maxBytes: 1_572_864, ...PIXEL_LIMITS };
export const SIZE = { width: 800, height: 600 };

export const jpeg = await grain(SIZE).jpeg().toBuffer();
export const png = await redAboveBlue(SIZE).png().toBuffer();
export const gif = await redAboveBlue(SIZE).gif().toBuffer();

export async function pictureOf(bytes: Uint8Array, limits = LIMITS): Promise<CheckedPicture> {
  const checked = await checkPicture(bytes, limits);
  if (!checked.ok) throw new Error(`refused: ${checked.refusal.code}`);
  return checked.picture;
}

export async function refusalOf(bytes: Uint8Array, limits = LIMITS): Promise<PictureRefusal | undefined> {
  const checked = await checkPicture(bytes, limits);
  return checked.ok ? undefined : checked.refusal;
}
