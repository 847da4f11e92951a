export type TextValues = { readonly [name: string]: string | number };

/** A piece of a sentence: its own words, or a value that stands in it. */
export interface TextPart {
  readonly text: string;
  readonly isValue: boolean;
}

/** `{name}` stands for a value; `{name#day|days}` for the one word or the other, as the value is one or not. */
const PLACEHOLDER = /\{(\w+)(?:#([^|}]*)\|([^}]*))?\}/g;

/** The sentence in pieces, so that a screen can set its values in bold. */
export function textParts(template: string, values: TextValues): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    const [whole, name = '', one, many] = match;
    if (match.index > end) parts.push({ text: template.slice(end, match.index), isValue: false });
    const value = values[name];
    const plural = one !== undefined && many !== undefined;
    if (plural) parts.push({ text: value === 1 ? one : many, isValue: false });
    else parts.push({ text: String(value ?? '…'), isValue: true });
    end = match.index + whole.length;
  }
  if (end < template.length) parts.push({ text: template.slice(end), isValue: false });
  return parts;
}

export function fillText(template: string, values: TextValues = {}): string {
  return textParts(template, values)
    .map((part) => part.text)
    .join('');
}

/** The names that a text leaves open. */
export function placeholdersOf(template: string): Set<string> {
  return new Set([...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name));
}
