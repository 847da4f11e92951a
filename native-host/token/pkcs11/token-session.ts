import type { KeyAlgorithm, PairUse, SignatureForm } from '@certbridge/shared/contract/work-order.ts';
import type { PinStatus } from '@certbridge/shared/domain/key.ts';
import type { Capabilities } from './capabilities.ts';

export type ObjectKind = 'certificate' | 'private-key' | 'public-key' | 'data';

/** An object of the token, good as long as its session. */
export interface TokenObject {
  readonly kind: ObjectKind;
  readonly handle: Buffer;
}

/** By what objects are found: CKA_ID ties a pair and its certificate together, CKA_LABEL is for people. */
export interface ObjectTag {
  readonly id: Uint8Array;
  readonly label: string;
}

/** The token as it stands now, asked anew (C_GetTokenInfo). */
export interface TokenStatus {
  readonly serial: string;
  readonly label: string;
  readonly blank: boolean;
  readonly pin: PinStatus;
  readonly userPinSet: boolean;
  /** Of the administrator's password. A token that hides its tries says `ok` for ever. */
  readonly soPin: PinStatus;
  readonly pinLength: { readonly min: number; readonly max: number };
  /** Bytes for public objects, where the token tells. */
  readonly freeBytes: number | undefined;
}

export interface CertificateToWrite extends ObjectTag {
  readonly der: Uint8Array;
  /** DER, as they stand in the certificate: some tokens (NSS) refuse a certificate without them. */
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly serialNumber: Uint8Array;
}

export interface PairToMake {
  readonly algorithm: KeyAlgorithm;
  readonly use: PairUse;
  readonly tag: ObjectTag;
}

export interface Signing {
  readonly form: SignatureForm;
  readonly key: TokenObject;
  /** DER SubjectPublicKeyInfo of the pair. */
  readonly publicKey: Uint8Array;
}

/**
 * All that the verbs ask of one token: one read-write session, and no word of PKCS#11. Every method may throw
 * `DriverError`. Only key generation leaves the event loop free: on a real key it takes a minute, while a driver that
 * holds up anything else for seconds hangs, and shall be seen to.
 */
export interface TokenSession {
  readonly capabilities: Capabilities;
  status(): TokenStatus;
  login(who: 'user' | 'administrator', pin: string): void;
  logout(): void;
  find(kind: ObjectKind, where?: Partial<ObjectTag>): TokenObject[];
  idOf(object: TokenObject): Uint8Array;
  labelOf(object: TokenObject): string;
  /** The bytes of a certificate or a data object. */
  valueOf(object: TokenObject): Uint8Array;
  /** DER SubjectPublicKeyInfo; of a private key only where its attributes tell, as RSA's do. */
  publicKeyOf(key: TokenObject): Uint8Array | undefined;
  generatePair(pair: PairToMake): Promise<void>;
  writeCertificate(certificate: CertificateToWrite): void;
  writeData(data: { readonly label: string; readonly value: Uint8Array }): void;
  destroy(object: TokenObject): void;
  /** The signature as the formats want it: PKCS#1 or PSS bytes, ECDSA and SM2 in DER. */
  sign(signing: Signing, message: Uint8Array): Uint8Array;
  /** Whether that private key opens what is encrypted to that public key. A public key of no known form throws `FormatError`. */
  opens(key: TokenObject, publicKey: Uint8Array): boolean;
  initPin(pin: string): void;
  setPin(pin: string, newPin: string): void;
  /** Logs out and closes; never throws, since the key may be gone. */
  close(): void;
}
