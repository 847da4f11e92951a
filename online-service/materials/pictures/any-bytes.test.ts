import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPicture } from './check-picture.ts';
import { redAboveBlue } from './testing/make-picture.ts';
import { LIMITS } from './testing/samples.ts';

const SMALL = { width: 320, height: 320 };
const drawing = redAboveBlue(SMALL);
const files = [
  await drawing.clone().jpeg().toBuffer(),
  await drawing.clone().jpeg({ progressive: true }).toBuffer(),
  await drawing.clone().png().toBuffer(),
  await drawing.clone().gif().toBuffer(),
];

/** Behind the signature, or it would be no picture from the start. */
const SIGNATURE_BYTES = 8;
const changes = fc.array(fc.tuple(fc.nat({ max: 5_000 }), fc.nat({ max: 255 })), { maxLength: 3 });
const cuts = fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat({ max: 400 }));
const changedFile = fc.tuple(fc.constantFrom(...files), changes, cuts).map(([file, bytes, cut]) => {
  const changed = Buffer.from(file);
  for (const [at, value] of bytes) changed[SIGNATURE_BYTES + (at % (changed.length - SIGNATURE_BYTES))] = value;
  return changed.subarray(0, changed.length - cut);
});

it('whatever is uploaded gets an answer, and what is taken keeps the limits', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 9, arbitrary: changedFile }, fc.uint8Array({ maxLength: 300 })),
      async (bytes) => {
        const checked = await checkPicture(bytes, LIMITS);
        if (!checked.ok) return;
        const { width, height, bytes: drawn } = checked.picture;
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(LIMITS.minSide);
        expect(width * height).toBeLessThanOrEqual(LIMITS.maxPixels);
        expect(drawn.length).toBeLessThanOrEqual(LIMITS.maxBytes);
      },
    ),
    { numRuns: 300 },
  );
});
