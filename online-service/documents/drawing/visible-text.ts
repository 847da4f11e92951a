/** Around the number of a character that the font does not have. */
const OPEN = '〔';
const CLOSE = '〕';

/**
 * What the font cannot draw is printed as its number, 〔U+20BB7〕, never as a blank or a box: a rare character in a name
 * must be seen to be one. Marks without a shape, which could turn a line around or hide in it, are left out.
 */
export function visibleText(text: string, canDraw: (codePoint: number) => boolean): string {
  return [...text].map((character) => visible(character, canDraw)).join('');
}

/** Whether something in it was printed as a number. */
export function hasNumberedCharacter(text: string): boolean {
  return /〔U\+[0-9A-F]{4,6}〕/.test(text);
}

function visible(character: string, canDraw: (codePoint: number) => boolean): string {
  if (character === '\n') return character;
  if (/\p{Cf}|\p{Default_Ignorable_Code_Point}/u.test(character)) return '';
  if (/\s/u.test(character)) return character === '\u3000' ? character : ' ';
  if (/\p{Cc}/u.test(character)) return '';
  const codePoint = character.codePointAt(0) ?? 0;
  if (canDraw(codePoint)) return character;
  return `${OPEN}U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}${CLOSE}`;
}
