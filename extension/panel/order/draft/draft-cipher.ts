import { type LocalDraft, localDraft } from './local-draft.ts';

/** NIST SP 800-38D, 8.2.2: a random value of 96 bits for each sealing. */
const IV_BYTES = 12;

export interface SealedDraft {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
  /** In the clear, so that what is over can be thrown away unread; sealed with the rest, so that nobody prolongs it. */
  readonly until: number;
}

export interface Sealing {
  readonly key: CryptoKey;
  readonly until: number;
}

export async function sealDraft(draft: LocalDraft, { key, until }: Sealing): Promise<SealedDraft> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(draft));
  return { iv, until, data: await crypto.subtle.encrypt(parameters(iv, until), key, text) };
}

/** Undefined when it was sealed by another key, or changed, or written by another version of us. */
export async function openDraft({ iv, data, until }: SealedDraft, key: CryptoKey): Promise<LocalDraft | undefined> {
  try {
    const text = await crypto.subtle.decrypt(parameters(iv, until), key, data);
    const read = localDraft.safeParse(JSON.parse(new TextDecoder().decode(text)));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

function parameters(iv: Uint8Array<ArrayBuffer>, until: number): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`certbridge draft 1 ${until}`) };
}
