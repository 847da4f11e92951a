import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

export const KEY_KINDS = ['card', 'softhsm'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

export const keyName = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
const text = z.string().check(z.minLength(1), z.maxLength(80));

/** What lies in `<dataDir>/keys/<id>/key.json`. A card keeps card.json beside it, a SoftHSM key its token directory. */
export const keyRecord = z.strictObject({
  id: keyName,
  kind: z.enum(KEY_KINDS),
  /** Printed on the case, and the token's label. */
  label: text,
  holder: text,
  serial: text,
  /** End of the newest signing certificate. */
  validUntil: z.nullable(z.iso.datetime()),
  /** Keys lie on the table in this order. */
  order: z.int(),
  /** Name of SoftHSM's directory for this token. */
  tokenName: z.optional(z.string().check(z.regex(/^[0-9a-f-]{36}$/))),
});

export type KeyRecord = z.infer<typeof keyRecord>;

export const keysDir = (dataDir: string): string => join(dataDir, 'keys');
export const keyDir = (dataDir: string, id: string): string => join(keysDir(dataDir), id);
export const cardFile = (dataDir: string, id: string): string => join(keyDir(dataDir, id), 'card.json');
/** Where a SoftHSM token lies while it is not plugged. */
export const restingPlace = (dataDir: string, id: string): string => join(keyDir(dataDir, id), 'token');

export function readKeyRecords(dataDir: string): KeyRecord[] {
  mkdirSync(keysDir(dataDir), { recursive: true });
  /** A dot stands before what is still being made. */
  const names = readdirSync(keysDir(dataDir)).filter((name) => !name.startsWith('.'));
  return names
    .map((name) => keyRecord.parse(JSON.parse(readFileSync(join(keyDir(dataDir, name), 'key.json'), 'utf8'))))
    .sort((a, b) => a.order - b.order);
}

export interface VirtualKey {
  readonly id: string;
  readonly kind: KeyKind;
  readonly label: string;
  readonly holder: string;
  readonly serial: string;
  readonly validUntil: string | null;
  /** The user PIN is blocked. Only a card can be. */
  readonly locked: boolean;
  readonly plugged: boolean;
  /** 0 and 1 take cards, 2 and 3 SoftHSM keys. */
  readonly socket: number | null;
}
