import pkcs11js from 'pkcs11js';
import { cleanText } from '../../../clean-text.ts';
import { nameOfCkr } from '../ckr-table.ts';
import { driverErrorOf } from '../driver-error.ts';
import type { PluggingLook } from './probe-report.ts';

/** Looks at one key, by its serial, while a person pulls it and plugs it in again. */
export class WatchedKey {
  readonly #library: pkcs11js.PKCS11;
  readonly #initialize: () => void;
  readonly #serial: string;
  readonly #session: Buffer | undefined;

  constructor(library: pkcs11js.PKCS11, initialize: () => void, serial: string) {
    this.#library = library;
    this.#initialize = initialize;
    this.#serial = serial;
    const slot = this.#slot();
    this.#session = slot && library.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION);
  }

  /** `afresh`: after C_Finalize and C_Initialize, which is how some drivers come to see what changed. */
  look(afresh: boolean): PluggingLook {
    const present = this.#slot() !== undefined;
    const session = this.#session ? answerOf(() => this.#library.C_GetSessionInfo(this.#session as Buffer)) : '';
    const event = this.#event();
    if (!afresh) return { present, session, event };
    answerOf(() => this.#library.C_Finalize());
    this.#initialize();
    return { present: this.#slot() !== undefined, session, event };
  }

  /** The binding answers CKR_NO_EVENT with nothing. */
  #event(): boolean {
    try {
      return Boolean(this.#library.C_WaitForSlotEvent(pkcs11js.CKF_DONT_BLOCK));
    } catch {
      return false;
    }
  }

  #slot(): Buffer | undefined {
    return this.#library.C_GetSlotList(true).find((slot) => this.#serialAt(slot) === this.#serial);
  }

  /** A slot whose key is just being pulled or plugged may say anything. */
  #serialAt(slot: Buffer): string | undefined {
    try {
      return cleanText(this.#library.C_GetTokenInfo(slot).serialNumber);
    } catch {
      return undefined;
    }
  }
}

function answerOf(call: () => unknown): string {
  try {
    call();
    return 'CKR_OK';
  } catch (cause) {
    return nameOfCkr(driverErrorOf(cause).code);
  }
}
