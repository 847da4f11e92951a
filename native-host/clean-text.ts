/** As long as the contract lets a token's own texts be. */
const TOKEN_TEXT = 64;

/**
 * A text of a token or a certificate for the screen: without its padding, and without control and direction characters,
 * by which a name could pass for something else in front of the user (Unicode TR36, section 2.5).
 */
export function cleanText(raw: string, longest = TOKEN_TEXT): string {
  return raw
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim()
    .slice(0, longest);
}
