import { refuseSeal, type SealResult } from '../seal.ts';
import type { Rectangle } from './raster.ts';

export interface InkMap {
  readonly width: number;
  readonly height: number;
  readonly redness: Uint8Array;
  readonly threshold: number;
}

/** Strokes of one seal lie nearer together than this share of the picture's longer side; two seals do not. */
const TILES_ACROSS = 96;
/** A seal that is this much smaller than the largest is a speck, a signature's dot, or a finger print at the edge. */
const RIVAL = 0.35;
/** Of a tile's pixels, that it counts as inked. */
const INKED = 0.02;

interface Cluster {
  readonly tiles: readonly number[];
  readonly ink: number;
}

/** The seal's place in the picture: the largest group of ink. */
export function findSeal(map: InkMap, onlyOne: boolean): SealResult<Rectangle> {
  const side = Math.max(4, Math.ceil(Math.max(map.width, map.height) / TILES_ACROSS));
  const columns = Math.ceil(map.width / side);
  const ink = inkOfTiles(map, side, columns);
  const clusters = clustersOf(ink, columns, side).toSorted((a, b) => b.ink - a.ink);
  const [largest, second] = clusters;
  if (!largest) return refuseSeal({ code: 'NO_RED_INK' });
  if (onlyOne && second && second.ink > largest.ink * RIVAL) return refuseSeal({ code: 'SEVERAL_SEALS' });
  return { ok: true, value: boundsOf(largest, { map, side, columns }) };
}

function inkOfTiles({ width, height, redness, threshold }: InkMap, side: number, columns: number): Uint32Array {
  const ink = new Uint32Array(columns * Math.ceil(height / side));
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / side) * columns;
    for (let x = 0; x < width; x += 1) {
      const tile = row + Math.floor(x / side);
      if ((redness[y * width + x] ?? 0) > threshold) ink[tile] = (ink[tile] ?? 0) + 1;
    }
  }
  return ink;
}

/** Inked tiles that touch, also over one empty tile. */
function clustersOf(ink: Uint32Array, columns: number, side: number): Cluster[] {
  const least = Math.max(1, side * side * INKED);
  const seen = new Uint8Array(ink.length);
  const isInked = (tile: number) => (ink[tile] ?? 0) >= least && seen[tile] === 0;
  const clusters: Cluster[] = [];
  for (let first = 0; first < ink.length; first += 1) {
    if (!isInked(first)) continue;
    const tiles = [first];
    seen[first] = 1;
    for (let at = 0; at < tiles.length; at += 1) {
      for (const near of neighbours(tiles[at] ?? 0, columns)) {
        if (!isInked(near)) continue;
        seen[near] = 1;
        tiles.push(near);
      }
    }
    clusters.push({ tiles, ink: tiles.reduce((sum, tile) => sum + (ink[tile] ?? 0), 0) });
  }
  return clusters;
}

const REACH = 2;

function* neighbours(tile: number, columns: number): Iterable<number> {
  const column = tile % columns;
  for (let down = -REACH; down <= REACH; down += 1) {
    for (let right = -REACH; right <= REACH; right += 1) {
      if (column + right >= 0 && column + right < columns) yield tile + down * columns + right;
    }
  }
}

interface Tiling {
  readonly map: InkMap;
  readonly side: number;
  readonly columns: number;
}

/** To the pixel: tiles at the rim are mostly paper. */
function boundsOf({ tiles }: Cluster, { map, side, columns }: Tiling): Rectangle {
  let [left, top, right, bottom] = [map.width, map.height, -1, -1];
  for (const tile of tiles) {
    const [x0, y0] = [(tile % columns) * side, Math.floor(tile / columns) * side];
    for (let y = y0; y < Math.min(y0 + side, map.height); y += 1) {
      for (let x = x0; x < Math.min(x0 + side, map.width); x += 1) {
        if ((map.redness[y * map.width + x] ?? 0) <= map.threshold) continue;
        [left, top] = [Math.min(left, x), Math.min(top, y)];
        [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
      }
    }
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}
