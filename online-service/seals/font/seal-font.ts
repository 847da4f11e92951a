import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const FILE = '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf';

/** An outline in units of the em: 0 to 1 to the right, y downwards from the top of the em's square. */
export interface Outline {
  readonly path: string;
  readonly ink: InkBox;
  /** Takes `path` into units of the em. */
  readonly unit: number;
}

export interface InkBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the em's square begins above the baseline in CJK fonts. */
const TOP_OF_EM = 0.88;

let loaded: Font | undefined;

/** Undefined: the font has no such character. */
export function outlineOf(character: string): Outline | undefined {
  loaded ??= create(readFileSync(createRequire(import.meta.url).resolve(FILE)));
  const codePoint = character.codePointAt(0) ?? 0;
  if (!loaded.hasGlyphForCodePoint(codePoint)) return undefined;
  const { path } = loaded.glyphForCodePoint(codePoint);
  const unit = 1 / loaded.unitsPerEm;
  const { minX, minY, maxX, maxY } = path.bbox;
  const ink = { left: minX * unit, right: maxX * unit, top: TOP_OF_EM - maxY * unit, bottom: TOP_OF_EM - minY * unit };
  return { path: path.toSVG(), ink, unit };
}

/** The matrix before a path of the font, so that the em's square has its top left corner at 0, 0 and the side 1. */
export function emMatrix({ unit }: Outline): readonly [number, number, number, number, number, number] {
  return [unit, 0, 0, -unit, 0, TOP_OF_EM];
}
