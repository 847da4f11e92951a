import pkcs11js from 'pkcs11js';
import { cleanText } from '../../clean-text.ts';
import {
  ABSENT_CODES,
  CKR_CANT_LOCK,
  CKR_CRYPTOKI_ALREADY_INITIALIZED,
  CKR_SLOT_ID_INVALID,
  DriverError,
  driverErrorOf,
  LoadError,
} from './driver-error.ts';
import { pinStatusOf, TOKEN_FLAGS } from './pin-status.ts';
import { Pkcs11Session } from './pkcs11-session.ts';
import { readPublicObjects } from './public-objects.ts';
import type { Sm2Dialect } from './sm2-dialect.ts';
import {
  LABEL_BYTES,
  type PublicObjects,
  type TokenDriver,
  type TokenReading,
  type TokensSeen,
} from './token-driver.ts';
import { during } from './token-error.ts';
import type { TokenSession } from './token-session.ts';
import { pinLengthOf } from './token-status.ts';

/** Which SM2 a token speaks, if any: what its profile says. */
export type DialectOf = (token: TokenReading) => Sm2Dialect | undefined;

/** Whether nobody's yet. Some drivers say of every token that it is initialised; then its profile tells. */
export type BlankOf = (token: TokenReading, flags: number) => boolean;

export interface DriverOptions {
  readonly libraryParameters?: string | undefined;
  readonly dialectOf?: DialectOf;
  readonly blankOf?: BlankOf;
}

/** Opens a PKCS#11 library. Every call of it blocks this process until the driver answers. */
export function openPkcs11(path: string, options: DriverOptions = {}): TokenDriver {
  return new Pkcs11Driver(load(path), options);
}

function load(path: string): pkcs11js.PKCS11 {
  try {
    const library = new pkcs11js.PKCS11();
    library.load(path);
    return library;
  } catch (cause) {
    throw new LoadError(cause, path);
  }
}

class Pkcs11Driver implements TokenDriver {
  readonly #library: pkcs11js.PKCS11;
  readonly #parameters: { readonly libraryParameters?: string };
  readonly #dialectOf: DialectOf;
  readonly #blankOf: BlankOf;
  readonly #handles = new Map<number, Buffer>();
  readonly #seen = new Map<number, TokenReading>();
  bearsOneThread = false;

  constructor(library: pkcs11js.PKCS11, options: DriverOptions) {
    const { libraryParameters, dialectOf = () => undefined, blankOf = saysBlank } = options;
    this.#library = library;
    this.#dialectOf = dialectOf;
    this.#blankOf = blankOf;
    this.#parameters = libraryParameters === undefined ? {} : { libraryParameters };
    this.#initialize();
  }

  tokens(): TokensSeen {
    const tokens: TokenReading[] = [];
    let fault: DriverError | undefined;
    this.#handles.clear();
    for (const handle of asking(() => this.#library.C_GetSlotList(true))) {
      try {
        const reading = this.#reading(handle);
        if (reading) tokens.push(reading);
      } catch (cause) {
        const error = driverErrorOf(cause);
        if (!ABSENT_CODES.has(error.code)) fault ??= error;
      }
    }
    return { tokens, ...(fault ? { fault } : {}) };
  }

  publicObjects(slot: number): PublicObjects {
    return asking(() => readPublicObjects(this.#library, this.#handle(slot)));
  }

  openSession(slot: number): TokenSession {
    return new Pkcs11Session({ library: this.#library, slot: this.#handle(slot), sm2: this.#sm2(slot) });
  }

  initToken(slot: number, soPin: string, label: string): void {
    during('so-login', () => this.#library.C_InitToken(this.#handle(slot), soPin, paddedLabel(label)));
  }

  reinitialize(): void {
    try {
      this.#library.C_Finalize();
    } catch {
      // It was not initialised, which is what we wanted.
    }
    this.#initialize();
  }

  #handle(slot: number): Buffer {
    const handle = this.#handles.get(slot);
    if (!handle) throw new DriverError(CKR_SLOT_ID_INVALID, 'CKR_SLOT_ID_INVALID');
    return handle;
  }

  #sm2(slot: number): Sm2Dialect | undefined {
    const token = this.#seen.get(slot);
    return token && this.#dialectOf(token);
  }

  #initialize(): void {
    try {
      this.#library.C_Initialize({ flags: pkcs11js.CKF_OS_LOCKING_OK, ...this.#parameters });
    } catch (cause) {
      const error = driverErrorOf(cause);
      if (error.code === CKR_CRYPTOKI_ALREADY_INITIALIZED) return;
      if (error.code !== CKR_CANT_LOCK) throw error;
      // A driver without locks is still safe here, as long as one thread of one process uses it.
      this.bearsOneThread = true;
      asking(() => this.#library.C_Initialize());
    }
  }

  #reading(handle: Buffer): TokenReading | undefined {
    const info = this.#library.C_GetTokenInfo(handle);
    if (isCalculator(info.flags)) return undefined;
    const slot = handle.readUInt32LE(0);
    this.#handles.set(slot, handle);
    const read: TokenReading = {
      slot,
      label: cleanText(info.label),
      serial: cleanText(info.serialNumber),
      model: cleanText(info.model),
      manufacturer: cleanText(info.manufacturerID),
      pin: pinStatusOf(info.flags),
      pinLength: pinLengthOf(info),
    };
    const reading: TokenReading = this.#blankOf(read, info.flags) ? { ...read, blank: true } : read;
    this.#seen.set(slot, reading);
    return reading;
  }
}

function saysBlank(_token: TokenReading, flags: number): boolean {
  return (flags & TOKEN_FLAGS.TOKEN_INITIALIZED) === 0;
}

/** NSS's first slot only computes: nothing can be kept there, and nobody logs in. */
function isCalculator(flags: number): boolean {
  return (flags & TOKEN_FLAGS.WRITE_PROTECTED) !== 0 && (flags & TOKEN_FLAGS.LOGIN_REQUIRED) === 0;
}

function asking<Answer>(ask: () => Answer): Answer {
  try {
    return ask();
  } catch (cause) {
    throw driverErrorOf(cause);
  }
}

/** C_InitToken reads 32 bytes whatever it is given. */
function paddedLabel(label: string): string {
  return label + ' '.repeat(LABEL_BYTES - Buffer.byteLength(label));
}
