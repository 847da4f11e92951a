/** What is left of a person's data where others can see it: enough to recognise one's own, too little to use. */

/** Fewer than this many hidden characters could be guessed. */
const LEAST_HIDDEN = 4;
/** From this length on a number is an identity or card number, of which people know the last four. */
const LONG_NUMBER = 15;

/** 张*, 张*三, 欧**娜; of a name in Latin letters the first of each word: J*** S****. */
export function maskName(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return stars(name, { first: 1, last: [...name].length > 2 ? 1 : 0 });
  return name
    .split(/(\s+)/)
    .map((word) => (/\s/.test(word) ? word : stars(word, { first: 1, last: 0 })))
    .join('');
}

/** 4101**********1234; of a passport or permit E******78. */
export function maskIdNumber(number: string): string {
  return number.length >= LONG_NUMBER ? hideMiddle(number, 4, 4) : hideMiddle(number, 1, 2);
}

/** 138****1234. */
export function maskMobile(number: string): string {
  return hideMiddle(number, 3, 4);
}

/** **** 1234: the length of the number is nobody's business either. */
export function maskBankCard(number: string): string {
  return `**** ${lastFour(number)}`;
}

/** ****1234. */
export function maskAccount(number: string): string {
  return `****${lastFour(number)}`;
}

/** z***@qq.com: the domain says which mailbox to look into. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return '***';
  const [first = '', ...rest] = [...address.slice(0, at)];
  return `${rest.length > 0 ? first : ''}***${address.slice(at)}`;
}

/** Both ends stay readable as long as enough between them is hidden; otherwise less of them, down to nothing. */
function hideMiddle(text: string, first: number, last: number): string {
  const { length } = [...text];
  if (length - first - last >= LEAST_HIDDEN) return stars(text, { first, last });
  const end = Math.floor(length / 4);
  return stars(text, { first: end, last: end });
}

function stars(text: string, keep: { readonly first: number; readonly last: number }): string {
  const characters = [...text];
  const hiddenUntil = characters.length - keep.last;
  return characters.map((each, index) => (index < keep.first || index >= hiddenUntil ? each : '*')).join('');
}

/** Nothing of a number too short for it. */
function lastFour(number: string): string {
  const digits = [...number];
  return digits.length >= 4 + LEAST_HIDDEN ? digits.slice(-4).join('') : '';
}
