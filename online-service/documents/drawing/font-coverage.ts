/** Code points from first to last, both included. */
type Range = readonly [first: number, last: number];

const TABLE_COUNT_AT = 4;
const TABLES_AT = 12;
const TABLE_BYTES = 16;
/** The subtable that covers all of Unicode, not only its first plane. */
const SEGMENTED_COVERAGE = 12;

/** Which characters a TrueType font can draw, from its `cmap` (ISO/IEC 14496-22, 5.2.1.3.2). */
export function fontCoverage(font: Buffer): (codePoint: number) => boolean {
  const ranges = rangesOf(font, subtableOf(font, cmapOf(font)));
  return (codePoint) => {
    let [low, high] = [0, ranges.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [first, last] = ranges[middle] ?? [0, -1];
      if (codePoint < first) high = middle - 1;
      else if (codePoint > last) low = middle + 1;
      else return true;
    }
    return false;
  };
}

function cmapOf(font: Buffer): number {
  for (let index = 0; index < font.readUInt16BE(TABLE_COUNT_AT); index++) {
    const record = TABLES_AT + index * TABLE_BYTES;
    if (font.toString('latin1', record, record + 4) === 'cmap') return font.readUInt32BE(record + 8);
  }
  throw new Error('the font has no cmap');
}

function subtableOf(font: Buffer, cmap: number): number {
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (font.readUInt16BE(subtable) === SEGMENTED_COVERAGE) return subtable;
  }
  throw new Error('the font covers the first plane only');
}

/** In rising order, as the format demands. */
function rangesOf(font: Buffer, subtable: number): Range[] {
  return Array.from({ length: font.readUInt32BE(subtable + 12) }, (_, index) => {
    const group = subtable + 16 + index * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}
