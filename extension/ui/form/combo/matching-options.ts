export interface ComboOption {
  readonly id: string;
  readonly name: string;
  /** Other words that it is looked for by: a short name, initials. */
  readonly also?: readonly string[];
}

/** Those that a search may mean, the likeliest first; nothing typed means all of them. */
export function matchingOptions<Option extends ComboOption>(options: readonly Option[], search: string): Option[] {
  const wanted = plain(search);
  if (wanted === '') return [...options];
  return RANKS.flatMap((_, rank) => options.filter((option) => rankOf(option, wanted) === rank));
}

/** The one of exactly that name, for those who type it in full. */
export function namedOption<Option extends ComboOption>(options: readonly Option[], text: string): Option | undefined {
  const wanted = plain(text);
  return wanted === '' ? undefined : options.find(({ name }) => plain(name) === wanted);
}

/** Begins with it; has it inside; has its letters in that order, as 工行 in 中国工商银行. */
const RANKS: readonly ((word: string, wanted: string) => boolean)[] = [
  (word, wanted) => word.startsWith(wanted),
  (word, wanted) => word.includes(wanted),
  (word, wanted) => wanted.length > 1 && hasInOrder(word, wanted),
];

function rankOf({ name, also = [] }: ComboOption, wanted: string): number {
  const words = [name, ...also].map(plain);
  return RANKS.findIndex((fits) => words.some((word) => fits(word, wanted)));
}

function hasInOrder(word: string, wanted: string): boolean {
  let from = 0;
  for (const letter of wanted) {
    const at = word.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

/** Full-width or half-width, large or small, with or without spaces: the same. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
