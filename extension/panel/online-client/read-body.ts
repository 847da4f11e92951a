/**
 * The body as text; empty when it is not UTF-8, undefined as soon as it is longer than allowed: what a server sends must
 * not fill the memory.
 */
export async function readBody(response: Response, limitBytes: number): Promise<string | undefined> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return decoded(chunks);
    bytes += value.byteLength;
    if (bytes > limitBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}

async function decoded(chunks: Uint8Array<ArrayBuffer>[]): Promise<string> {
  const bytes = await new Blob(chunks).arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}
