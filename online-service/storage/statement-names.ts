/** Texts with lists of changing length are many; the server keeps each of ours on every connection. */
const MOST_NAMED = 200;

const ALL_COLUMNS = /\b(select|returning) ("\w+"\.)?\*/;

const names = new Map<string, string>();

/**
 * By its name a statement is read and planned once on each connection instead of each time. Its columns must be named
 * too: a `*` means other columns after another service's migration, and PostgreSQL refuses it from then on.
 */
export function nameOfStatement(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMED || ALL_COLUMNS.test(text)) return known;
  const name = `certbridge_${names.size}`;
  names.set(text, name);
  return name;
}
