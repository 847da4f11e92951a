import { carriesOtherData } from './carries-other-data.ts';
import { type DecoderInput, decoded, inDecoder, messageOf } from './decoder.ts';
import { drawAgain } from './draw-again.ts';
import { kindOfFile } from './kind-of-file.ts';
import { outlineOf } from './outline/outline-of.ts';
import type { PictureCheck, PictureLimits, PictureRefusal, UploadKind } from './picture.ts';

/** An upload, judged by its content alone. From the cheap questions to the dear ones: a bomb is never decoded. */
export async function checkPicture(upload: Uint8Array, limits: PictureLimits): Promise<PictureCheck> {
  const bytes = Buffer.from(upload.buffer, upload.byteOffset, upload.byteLength);
  if (bytes.length > limits.maxBytes) return refuse({ code: 'TOO_LARGE' });
  const kind = kindOfFile(bytes);
  if (kind === undefined) return refuse({ code: 'NOT_A_PICTURE' });
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'gif') return refuse({ code: 'KIND_NOT_ALLOWED', found: kind });
  const outline = outlineOf(bytes, kind);
  if (!outline) return refuse({ code: 'DAMAGED' });
  if (carriesOtherData(bytes, outline.end)) return refuse({ code: 'CARRIES_OTHER_DATA' });
  if (outline.frames > 1) return refuse({ code: 'ANIMATED' });
  const picture = { bytes: bytes.subarray(0, outline.end), maxPixels: limits.maxPixels };
  return inDecoder(() => look(picture, kind, limits)).catch((error: unknown) => refuse(reasonOf(error)));
}

async function look(picture: DecoderInput, kind: UploadKind, limits: PictureLimits): Promise<PictureCheck> {
  const header = await decoded(picture, (opened) => opened.metadata());
  if (header.format !== kind) return refuse({ code: 'NOT_A_PICTURE' });
  const { width, height } = header.autoOrient;
  if (width * height > limits.maxPixels) return refuse({ code: 'TOO_MANY_PIXELS' });
  if (Math.min(width, height) < limits.minSide) return refuse({ code: 'TOO_SMALL' });
  if ((header.pages ?? 1) > 1) return refuse({ code: 'ANIMATED' });
  const longSide = Math.max(width, height);
  const drawn = await drawAgain({ ...picture, limits, longSide, asPng: kind !== 'jpeg' });
  return drawn ? { ok: true, picture: drawn } : refuse({ code: 'TOO_LARGE' });
}

/** The decoder tells by its words only; whatever else it complains of, this picture cannot be used. */
function reasonOf(error: unknown): PictureRefusal {
  const message = messageOf(error);
  if (/exceeds pixel limit/i.test(message)) return { code: 'TOO_MANY_PIXELS' };
  return { code: /^timeout/i.test(message) ? 'TOO_SLOW' : 'DAMAGED' };
}

function refuse(refusal: PictureRefusal): PictureCheck {
  return { ok: false, refusal };
}
