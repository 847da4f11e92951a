import type { Sheet } from './sheet.ts';
import { INK, LEFT, WIDTH } from './style.ts';

const SIZE = 11.5;
const LINE_GAP = 7;
const AFTER = 6;

/** Running text of a letter; the first line is set in by two characters, as Chinese letters are. */
export function drawParagraph(sheet: Sheet, text: string, options: { readonly flush?: boolean } = {}): void {
  const style = { size: SIZE, lineGap: LINE_GAP } as const;
  const words = options.flush ? text : `　　${text}`;
  const height = sheet.heightOf(words, WIDTH, style);
  sheet.makeRoom(height);
  sheet.write(words, { x: LEFT, y: sheet.y, width: WIDTH }, style);
  sheet.y += height + AFTER;
}

/** What to mind before it is sent, in numbered lines; smaller than what is signed. */
export function drawNotes(sheet: Sheet, title: string, notes: readonly string[]): void {
  const style = { size: 8.5, ink: INK.quiet, lineGap: 2.5 } as const;
  const words = [title, ...notes.map((note, index) => `${index + 1}. ${note}`)].join('\n');
  const height = sheet.heightOf(words, WIDTH, style);
  sheet.makeRoom(height);
  sheet.write(words, { x: LEFT, y: sheet.y, width: WIDTH }, style);
  sheet.y += height;
}
