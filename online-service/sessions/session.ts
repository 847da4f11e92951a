import { createHash, randomBytes } from 'node:crypto';

/**
 * What a bearer token opens: the one order that its holder began, or every order of one person, who is named by the
 * blind index of the ID number.
 */
export type Session =
  | { readonly kind: 'order'; readonly orderId: string }
  | { readonly kind: 'person'; readonly person: string };

export interface SessionStore {
  add(session: Session, token: StoredToken): Promise<void>;
  /** Undefined: never was, or is over. */
  find(hash: Uint8Array): Promise<{ readonly session: Session; readonly until: Date } | undefined>;
}

export interface StoredToken {
  /** The token itself is nowhere stored. */
  readonly hash: Uint8Array;
  readonly until: Date;
}

const TOKEN_BYTES = 32;

export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** A token is random enough that a plain hash cannot be searched backwards. */
export function tokenHash(token: string): Uint8Array {
  return createHash('sha256').update(token, 'ascii').digest();
}
