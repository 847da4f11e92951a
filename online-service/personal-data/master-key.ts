import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';

const MASTER_KEY_BYTES = 32;
const ID = /^[a-z0-9][a-z0-9-]{0,31}$/;
const BASE64 = /^[A-Za-z0-9+/]{43}=$/;

/** A `KeyObject` shows nothing of itself in a log or an error. */
export interface MasterKey {
  readonly id: string;
  readonly secret: KeyObject;
}

/** Oldest first: the last one seals, all of them open. A new line at the end is a rotation. */
export type MasterKeys = readonly [MasterKey, ...MasterKey[]];

/** Lines (or a comma-separated list) of `id base64`; undefined when any of it is not that. */
export function parseMasterKeys(text: string): MasterKeys | undefined {
  const lines = text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const keys = lines.flatMap((line) => parseLine(line) ?? []);
  const [first, ...others] = keys;
  const distinct = new Set(keys.map(({ id }) => id)).size === lines.length;
  return first && distinct ? [first, ...others] : undefined;
}

function parseLine(line: string): MasterKey | undefined {
  const [id = '', base64 = '', ...more] = line.split(/\s+/);
  if (more.length > 0 || !ID.test(id) || !BASE64.test(base64)) return undefined;
  return { id, secret: createSecretKey(Buffer.from(base64, 'base64')) };
}

/** A line for the file of master keys. */
export function newMasterKeyLine(): string {
  return `k-${randomBytes(4).toString('hex')} ${randomBytes(MASTER_KEY_BYTES).toString('base64')}\n`;
}

export function newestOf([first, ...others]: MasterKeys): MasterKey {
  return others.at(-1) ?? first;
}

/** A key for one use only, by HKDF (RFC 5869): what one use gives away says nothing of another. */
export function deriveKey({ secret }: MasterKey, use: string): KeyObject {
  const derived = hkdfSync('sha256', secret, '', `certbridge ${use}`, 32);
  return createSecretKey(Buffer.from(derived));
}
