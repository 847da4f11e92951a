import type { Seller } from '../invoice.ts';
import { INK, MM, type Paper } from './paper.ts';

const RADIUS = { x: 20 * MM, y: 14 * MM } as const;
/** The name stands on this part of the ring, from its left end over the top. */
const FROM = Math.PI * 0.98;
const SWEEP = Math.PI * 0.96;
const SIZE = 8;

/** 发票专用章: an ellipse of 40 by 28 mm, the name around it and the taxpayer number in its middle. */
export function drawSeal(paper: Paper, seller: Seller, { x, y }: { readonly x: number; readonly y: number }): void {
  const { doc } = paper;
  doc.save().opacity(0.85);
  doc.lineWidth(1.6).ellipse(x, y, RADIUS.x, RADIUS.y).stroke(INK.red);
  const letters = [...seller.name];
  doc.font('text').fontSize(SIZE).fillColor(INK.red);
  for (const [index, letter] of letters.entries()) {
    const angle = FROM - (SWEEP * index) / (letters.length - 1);
    const at = { x: x + (RADIUS.x - 9) * Math.cos(angle), y: y - (RADIUS.y - 9) * Math.sin(angle) };
    doc.save().rotate(90 - (angle * 180) / Math.PI, { origin: [at.x, at.y] });
    doc.text(letter, at.x - SIZE / 2, at.y - SIZE / 2, { lineBreak: false });
    doc.restore();
  }
  const middle = { x: x - RADIUS.x, width: 2 * RADIUS.x, ink: INK.red, align: 'center' } as const;
  paper.write(seller.taxpayerNumber, { ...middle, y: y - 5, size: 6.5 });
  paper.write('发票专用章', { ...middle, y: y + 8, size: 8, bold: true });
  doc.restore();
}
