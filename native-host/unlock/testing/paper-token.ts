import { DriverError } from '../../token/pkcs11/driver-error.ts';
import type { TokenStatus } from '../../token/pkcs11/token-session.ts';
import { asHint, NOTHING_NOTED, type SoPinNote } from '../so-pin-candidates.ts';
import type { SoPinNotes } from '../so-pin-notes.ts';
import type { UnlockSession } from '../unlock-token.ts';

const CKR_GENERAL_ERROR = 0x05;
const CKR_PIN_INCORRECT = 0xa0;
const CKR_PIN_LOCKED = 0xa4;
const CKR_USER_NOT_LOGGED_IN = 0x101;
const PIN_TRIES = 3;

export interface PaperTokenOptions {
  readonly soPin: string;
  readonly soTries: number;
  /** Whether C_GetTokenInfo tells that administrator passwords were wrong. */
  readonly tellsTries?: boolean;
  /** Where a wrong administrator password shows. */
  readonly wrongShowsAt?: 'login' | 'initPin';
  /** A driver that says yes to a new administrator password, and keeps the old one. */
  readonly liesAtSetPin?: boolean;
}

/** The machine stopped, or the key was pulled, in that moment. */
export class Cut extends Error {}

/** A token of which only the passwords matter, with the process that works it: both can be cut at any moment. */
export class PaperToken {
  readonly #options: PaperTokenOptions;
  soPin: string;
  soTriesLeft: number;
  fewestSoTries: number;
  pin = '';
  pinTriesLeft = 0;
  serial = 'A1';
  #loggedIn: 'user' | 'administrator' | undefined;
  #presented = '';
  /** Counts down; at zero the next moment is the last one. */
  #moments = Number.POSITIVE_INFINITY;
  readonly #noted = new Map<number, { readonly release: number; readonly note: SoPinNote }>();
  readonly calls: string[] = [];

  constructor(options: PaperTokenOptions) {
    this.#options = options;
    this.soPin = options.soPin;
    this.soTriesLeft = options.soTries;
    this.fewestSoTries = options.soTries;
  }

  /** Counted before and after every call and every note. */
  cutAfter(moments: number): void {
    this.#moments = moments;
  }

  session(): UnlockSession {
    this.#loggedIn = undefined;
    return {
      status: () => this.#moment('status', () => this.#status()),
      login: (who, pin) => this.#moment(`login ${who}`, () => this.#login(who, pin)),
      logout: () =>
        this.#moment('logout', () => {
          if (!this.#loggedIn) throw new DriverError(CKR_USER_NOT_LOGGED_IN, 'CKR_USER_NOT_LOGGED_IN');
          this.#loggedIn = undefined;
        }),
      initPin: (pin) =>
        this.#moment('initPin', () => {
          this.#needsAdministrator();
          this.#checkSoPin(this.#presented);
          this.pin = pin;
          this.pinTriesLeft = PIN_TRIES;
        }),
      setPin: (pin, newPin) =>
        this.#moment('setPin', () => {
          this.#needsAdministrator();
          this.#checkSoPin(pin);
          if (!this.#options.liesAtSetPin) this.soPin = newPin;
        }),
    };
  }

  /** Of one computer. */
  notes(release: number, computer = 0): SoPinNotes {
    return {
      read: () => {
        const noted = this.#noted.get(computer) ?? { release, note: NOTHING_NOTED };
        const note = release - noted.release <= 1 ? noted.note : asHint(noted.note);
        this.#noted.set(computer, { release, note });
        return note;
      },
      write: (note) =>
        this.#moment('note', () => {
          this.#noted.set(computer, { release, note });
        }),
    };
  }

  #moment<Answer>(name: string, happen: () => Answer): Answer {
    this.#tick();
    this.calls.push(name);
    const answer = happen();
    this.#tick();
    return answer;
  }

  #tick(): void {
    if (this.#moments <= 0) throw new Cut();
    this.#moments -= 1;
  }

  #status(): TokenStatus {
    const { soTries, tellsTries = true } = this.#options;
    const [left, pinLeft] = [this.soTriesLeft, this.pinTriesLeft];
    const told = left === 0 ? 'locked' : left === 1 ? 'last-try' : left < soTries ? 'tries-used' : 'ok';
    return {
      serial: this.serial,
      label: '锁',
      blank: false,
      pin: { state: pinLeft === 0 ? 'locked' : 'ok' },
      userPinSet: true,
      soPin: { state: tellsTries ? told : 'ok' },
      pinLength: { min: 6, max: 16 },
      freeBytes: undefined,
    };
  }

  #login(who: 'user' | 'administrator', pin: string): void {
    if (who === 'user' && pin !== this.pin) throw new DriverError(CKR_PIN_INCORRECT, 'CKR_PIN_INCORRECT');
    if (who === 'administrator' && this.#options.wrongShowsAt !== 'initPin') this.#checkSoPin(pin);
    this.#presented = pin;
    this.#loggedIn = who;
  }

  #needsAdministrator(): void {
    if (this.#loggedIn !== 'administrator') throw new DriverError(CKR_GENERAL_ERROR, 'CKR_GENERAL_ERROR');
  }

  #checkSoPin(pin: string): void {
    if (this.soTriesLeft === 0) throw new DriverError(CKR_PIN_LOCKED, 'CKR_PIN_LOCKED');
    this.soTriesLeft = pin === this.soPin ? this.#options.soTries : this.soTriesLeft - 1;
    this.fewestSoTries = Math.min(this.fewestSoTries, this.soTriesLeft);
    if (pin !== this.soPin) throw new DriverError(CKR_PIN_INCORRECT, 'CKR_PIN_INCORRECT');
  }
}
