import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyWrapper } from './key-wrapper.ts';
import { NotOpened } from './not-opened.ts';

/**
 * version(1) · key id: length(1), ascii · wrapped data key: length(2), bytes · nonce(12) · ciphertext · tag(16)
 *
 * The data key is fresh each time, so the same content never looks the same twice and no nonce can repeat under a key.
 */
const VERSION = 1;
const CIPHER = 'aes-256-gcm';
const DATA_KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What it is and where it belongs; opened elsewhere it stays shut. */
export type Place = readonly [kind: string, ...names: string[]];

export async function sealBytes(wrapper: KeyWrapper, place: Place, content: Uint8Array): Promise<Buffer> {
  const dataKey = randomBytes(DATA_KEY_BYTES);
  const { keyId, wrapped } = await wrapper.wrap(dataKey);
  const head = headOf(keyId, wrapped);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, dataKey, nonce).setAAD(boundTo(head, place));
  const sealed = Buffer.concat([head, nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  dataKey.fill(0);
  return sealed;
}

export async function openBytes(wrapper: KeyWrapper, place: Place, sealed: Uint8Array): Promise<Buffer> {
  const { head, keyId, wrapped, body } = parts(Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength));
  const dataKey = await wrapper.unwrap({ keyId, wrapped });
  const nonce = body.subarray(0, NONCE_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, dataKey, nonce, { authTagLength: TAG_BYTES })
      .setAAD(boundTo(head, place))
      .setAuthTag(body.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new NotOpened('SEAL_NOT_INTACT');
  } finally {
    dataKey.fill(0);
  }
}

function headOf(keyId: string, wrapped: Uint8Array): Buffer {
  const id = Buffer.from(keyId, 'ascii');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(wrapped.length);
  return Buffer.concat([Buffer.of(VERSION, id.length), id, length, wrapped]);
}

function parts(sealed: Buffer) {
  const [version = 0, idLength = 0] = sealed;
  const idEnd = 2 + idLength;
  if (version !== VERSION || sealed.length < idEnd + 2) throw new NotOpened('SEAL_NOT_INTACT');
  const headEnd = idEnd + 2 + sealed.readUInt16BE(idEnd);
  if (sealed.length < headEnd + NONCE_BYTES + TAG_BYTES) throw new NotOpened('SEAL_NOT_INTACT');
  return {
    head: sealed.subarray(0, headEnd),
    keyId: sealed.toString('ascii', 2, idEnd),
    wrapped: sealed.subarray(idEnd + 2, headEnd),
    body: sealed.subarray(headEnd),
  };
}

/** Each name with its length before it: no two places run together into the same bytes. */
function boundTo(head: Buffer, place: Place): Buffer {
  const names = place.map((name) => Buffer.from(name, 'utf8'));
  return Buffer.concat([head, ...names].flatMap((part) => [lengthOf(part), part]));
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}
