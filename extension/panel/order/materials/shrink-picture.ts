import { type ShrinkTry, shrinkPlan } from './shrink-plan.ts';

/** A JPEG of at most so many bytes; undefined when it would have to become illegible, or is no picture that opens. */
export async function shrinkPicture(picture: Blob, limitBytes: number): Promise<Blob | undefined> {
  const bitmap = await createImageBitmap(picture).catch(() => undefined);
  if (!bitmap) return undefined;
  try {
    for (const one of shrinkPlan(bitmap)) {
      const smaller = await drawn(bitmap, one);
      if (smaller.size <= limitBytes) return smaller;
    }
    return undefined;
  } finally {
    bitmap.close();
  }
}

function drawn(bitmap: ImageBitmap, { width, height, quality }: ShrinkTry): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw on');
  // A JPEG has no transparency: what shows through is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}
