import type { TokenReading } from '../pkcs11/token-driver.ts';

export interface IdentifiedToken extends TokenReading {
  readonly keyId: string;
}

/**
 * Names each token by its serial number. Where the serial is missing or stands twice (two profiles of one card, a
 * driver that gives every key the same), the slot tells them apart.
 */
export function identifyTokens(moduleId: string, tokens: readonly TokenReading[]): IdentifiedToken[] {
  const named = tokens.map((token) => ({ token, name: asciiOf(token.serial) || asciiOf(token.label) }));
  return named.map(({ token, name }) => {
    const alone = name !== '' && named.filter((other) => other.name === name).length === 1;
    return { ...token, keyId: `${moduleId}:${alone ? name : `${name}#${token.slot}`}` };
  });
}

/** Without `#`, which is ours: a serial that ends in #0 must not pass for another key's name. */
function asciiOf(text: string): string {
  return text.replace(/[^\x20-\x7e]|#/g, '').trim();
}
