/** Spaces, invisible marks that come with a paste, and dashes of every kind: they separate, and say nothing. */
const SEPARATORS = /[\s\p{Cf}\p{Pd}\u2212]/gu;

/** Invisible marks, and what no keyboard writes into a line of text. */
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;

/** A number or code as it is kept: narrow characters, capitals, nothing between them. */
export function plainCode(text: string): string {
  return text.normalize('NFKC').replace(SEPARATORS, '').toUpperCase();
}

/** Copied out of a PDF, some characters arrive as the radicals that look like them. */
const RADICALS = /[\u2e80-\u2fdf]/g;

/** A line of words as it is kept: single spaces, none at the ends, nothing invisible. Its characters stay as typed. */
export function plainLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(RADICALS, (radical) => radical.normalize('NFKC'))
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .trim();
}

/** As people count: a rare Chinese character is one, though it takes two places in a string. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** What stands for a digit when a number was copied by eye. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { I: '1', O: '0', Z: '2', S: '5' };

/** The code with its look-alike letters read as digits. Only for codes in which these letters do not occur. */
export function lookAlikesAsDigits(code: string): string {
  return code.replace(/[IOZS]/g, (letter) => LOOKS_LIKE[letter] ?? letter);
}
