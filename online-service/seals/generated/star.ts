import type { Point } from './placed-glyph.ts';

/** Inner to outer radius of a regular five-pointed star. */
const INNER = 1 / ((1 + Math.sqrt(5)) / 2) ** 2;
const CORNERS = 10;

export function star(centre: number, radius: number): Point[] {
  return Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (corner * 36 - 90) * (Math.PI / 180);
    const distance = corner % 2 === 0 ? radius : radius * INNER;
    return [centre + distance * Math.cos(angle), centre + distance * Math.sin(angle)] as const;
  });
}
