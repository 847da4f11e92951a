import type { PlacedGlyph, Point } from '../generated/placed-glyph.ts';

/** Two convex quadrangles overlap unless a line along a side of one of them parts them. */
export function overlap(a: PlacedGlyph, b: PlacedGlyph): boolean {
  return ![...sides(a.corners), ...sides(b.corners)].some((side) => {
    const [fromA, toA] = shadow(a.corners, side);
    const [fromB, toB] = shadow(b.corners, side);
    return toA <= fromB || toB <= fromA;
  });
}

function sides(corners: readonly Point[]): Point[] {
  return corners.map(([x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [0, 0];
    return [y - nextY, nextX - x];
  });
}

function shadow(corners: readonly Point[], [sideX, sideY]: Point): [number, number] {
  const along = corners.map(([x, y]) => x * sideX + y * sideY);
  return [Math.min(...along), Math.max(...along)];
}
