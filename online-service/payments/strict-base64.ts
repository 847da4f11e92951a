/** Node's own reader passes over what is not base64 and over loose bits at the end: many texts for the same bytes. */
export function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : undefined;
}
