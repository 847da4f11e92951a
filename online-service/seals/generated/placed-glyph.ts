import { emMatrix, type Outline } from '../font/seal-font.ts';

/** As SVG has it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export type Point = readonly [x: number, y: number];

export interface PlacedGlyph {
  readonly character: string;
  readonly path: string;
  readonly matrix: Matrix;
  /** The four corners of its ink, around. */
  readonly corners: readonly Point[];
}

/** What of the em is brought into the cell, and where the cell is: its middle, its size, and how far it is turned. */
export interface Placing {
  readonly source: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly middle: Point;
  readonly width: number;
  readonly height: number;
  /** Clockwise, in degrees. */
  readonly turned: number;
}

export function place(character: string, outline: Outline, placing: Placing): PlacedGlyph {
  const { source, middle, width, height, turned } = placing;
  const [scaleX, scaleY] = [width / (source.right - source.left), height / (source.bottom - source.top)];
  const toCell: Matrix = [
    scaleX,
    0,
    0,
    scaleY,
    -((source.left + source.right) / 2) * scaleX,
    -((source.top + source.bottom) / 2) * scaleY,
  ];
  const angle = (turned * Math.PI) / 180;
  const turn: Matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), ...middle];
  const fromEm = times(turn, toCell);
  const { left, top, right, bottom } = outline.ink;
  const box: readonly Point[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  return {
    character,
    path: outline.path,
    matrix: times(fromEm, emMatrix(outline)),
    corners: box.map((corner) => apply(fromEm, corner)),
  };
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function apply([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}
