import type { PinStatus } from '@certbridge/shared/domain/key.ts';
import type { DriverError } from './driver-error.ts';
import type { TokenSession } from './token-session.ts';

/** CK_TOKEN_INFO.label, in bytes of UTF-8 (PKCS#11 v2.40, section 3.2). */
export const LABEL_BYTES = 32;

/** One token, as it stands now. */
export interface TokenReading {
  readonly slot: number;
  readonly label: string;
  readonly serial: string;
  readonly model: string;
  readonly manufacturer: string;
  readonly pin: PinStatus;
  /** What the token says that it takes as a password, in bytes. */
  readonly pinLength: { readonly min: number; readonly max: number };
  /** Not initialised yet: nobody's key, and shown to nobody but the maker's desk. */
  readonly blank?: true;
}

export interface TokensSeen {
  readonly tokens: readonly TokenReading[];
  /** A slot that would not tell what it holds; the other slots are not touched by it. */
  readonly fault?: DriverError;
}

export interface StoredCertificate {
  readonly der: Uint8Array;
  /** CKA_ID, hex; empty when there is none. */
  readonly id: string;
}

/** What a token shows without a password. CKA_ID of keys, hex. */
export interface PublicObjects {
  readonly certificates: readonly StoredCertificate[];
  readonly privateKeyIds: ReadonlySet<string>;
  readonly publicKeyIds: ReadonlySet<string>;
}

/** All that this program asks of a PKCS#11 module. Every method may throw `DriverError`; opening throws `LoadError`. */
export interface TokenDriver {
  /** It could not be initialised with locks: while one thread is in it, no other may be. */
  readonly bearsOneThread?: boolean;
  tokens(): TokensSeen;
  publicObjects(slot: number): PublicObjects;
  /** Of a token in the last look. Whoever opens a session closes it. */
  openSession(slot: number): TokenSession;
  /** Makes an empty, initialised token of it: whatever was there is gone. The label has `LABEL_BYTES` at most. */
  initToken(slot: number, soPin: string, label: string): void;
  /** C_Finalize and C_Initialize: how some drivers come to see what another process changed. */
  reinitialize(): void;
}
