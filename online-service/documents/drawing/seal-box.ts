import type { Sheet } from './sheet.ts';
import { INK, MM, SIZE } from './style.ts';

export interface SealBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
}

/** How far the corner marks stand off: the box is cut out along them and must hold nothing but the seal. */
const TICK = 3 * MM;
const CAPTION_GAP = 4;
/** It may be wider than the box. */
const CAPTION_MARGIN = 12 * MM;

/** Empty inside. What it is for stands below. */
export function drawSealBox(sheet: Sheet, { x, y, width, height, caption }: SealBox): void {
  const { doc } = sheet;
  doc.lineWidth(0.8).rect(x, y, width, height).stroke(INK.line);
  for (const [cornerX, towards] of [
    [x, 1],
    [x + width, -1],
  ] as const) {
    for (const [cornerY, down] of [
      [y, 1],
      [y + height, -1],
    ] as const) {
      doc.lineWidth(1.6).moveTo(cornerX + towards * TICK, cornerY);
      doc
        .lineTo(cornerX, cornerY)
        .lineTo(cornerX, cornerY + down * TICK)
        .stroke(INK.text);
    }
  }
  const style = { size: SIZE.small + 0.5, align: 'center' } as const;
  sheet.write(
    caption,
    { x: x - CAPTION_MARGIN, y: y + height + CAPTION_GAP, width: width + 2 * CAPTION_MARGIN },
    style,
  );
}

/** Around the largest company seal, 45 mm wide. */
export const RING = 46 * MM;

/** A dashed ring where a seal goes over the text around it. */
export function drawSealRing(
  sheet: Sheet,
  ring: { readonly x: number; readonly y: number; readonly caption: string },
): void {
  const radius = RING / 2;
  const { doc } = sheet;
  doc
    .lineWidth(0.7)
    .dash(3, { space: 3 })
    .circle(ring.x + radius, ring.y + radius, radius)
    .stroke(INK.line)
    .undash();
  const box = { x: ring.x, y: ring.y + radius - 6, width: 2 * radius };
  sheet.write(ring.caption, box, { size: SIZE.small, ink: INK.line, align: 'center' });
}

/** Fifty millimetres: whoever samples the seal can tell whether the print was scaled. */
export function drawRuler(sheet: Sheet, { x, y }: { readonly x: number; readonly y: number }): void {
  const { doc } = sheet;
  doc
    .lineWidth(0.6)
    .moveTo(x, y)
    .lineTo(x + 50 * MM, y)
    .stroke(INK.text);
  for (let mm = 0; mm <= 50; mm += 5) {
    const length = mm % 10 === 0 ? 2.5 * MM : 1.5 * MM;
    doc
      .moveTo(x + mm * MM, y)
      .lineTo(x + mm * MM, y - length)
      .stroke(INK.text);
  }
  sheet.write('0', { x: x - 10, y: y + 2, width: 20 }, { size: SIZE.foot, align: 'center' });
  sheet.write('50 mm', { x: x + 50 * MM - 20, y: y + 2, width: 40 }, { size: SIZE.foot, align: 'center' });
}
