import { ProviderAway } from './provider-away.ts';

/** A provider's reply is some words; one without end must not fill our memory. */
const MOST_BYTES = 64 * 1024;

export async function readCapped(response: Response, mostBytes = MOST_BYTES): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new ProviderAway('reply-not-understood');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
