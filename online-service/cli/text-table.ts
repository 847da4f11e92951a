/** Columns of equal width for a terminal, in which a Chinese character is two wide. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(width)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd();
  const ruler = widths.map((wide) => '─'.repeat(wide)).join('  ');
  return `${[line(head), ruler, ...rows.map(line)].join('\n')}\n`;
}

/** Ideographs, their punctuation and full-width forms (UAX #11). */
const WIDE =
  /[\u{1100}-\u{115f}\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe4f}\u{ff00}-\u{ff60}]/gu;

function width(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}
