import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fontCoverage } from './font-coverage.ts';

const FILES = {
  text: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  strong: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;

export type Weight = keyof typeof FILES;

export interface Fonts {
  readonly files: Readonly<Record<Weight, Buffer>>;
  /** Both weights have the same characters. */
  canDraw(codePoint: number): boolean;
}

let loaded: Fonts | undefined;

/** Ten megabytes each: read once, when the first document is asked for. A document embeds only the glyphs that it shows. */
export function fonts(): Fonts {
  loaded ??= load();
  return loaded;
}

function load(): Fonts {
  const files = { text: read('text'), strong: read('strong') };
  return { files, canDraw: fontCoverage(files.text) };
}

function read(weight: Weight): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve(FILES[weight]));
}
