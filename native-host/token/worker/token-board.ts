import { fail, type PublicError } from '@certbridge/shared/contract/result.ts';
import type { KeySummary } from '@certbridge/shared/domain/key.ts';
import { driverErrorOf, LoadError } from '../pkcs11/driver-error.ts';
import type { PublicObjects, TokenDriver } from '../pkcs11/token-driver.ts';
import type { TokenSession } from '../pkcs11/token-session.ts';
import type { DriverView } from '../worker-contract.ts';
import { type IdentifiedToken, identifyTokens } from './identify-tokens.ts';
import type { WorkerModule } from './worker-module.ts';

/** As many keys as a list can carry. */
const MOST_KEYS = 64;
/**
 * A look this young is good enough to open a session by: no hand pulls a key and plugs it again in this time. An older
 * one is not, since some drivers (OpenSC) notice a new card only when they are asked for their slots.
 */
const FRESH_MS = 300;
/** Keys remembered after they left, to tell "pulled" from "never seen". */
const MOST_REMEMBERED = 256;

export interface TokenBoardOptions {
  readonly module: WorkerModule;
  readonly open: (path: string) => TokenDriver;
  readonly now: () => Date;
  /** Brings back a driver that is stale, and perhaps at fault since then. Unless it says otherwise, by C_Initialize. */
  readonly renew?: (driver: TokenDriver, faultySince: Date | undefined) => void;
}

export interface OpenedToken {
  readonly token: IdentifiedToken;
  readonly session: TokenSession;
}

/** What this driver's slots hold, looked up afresh at each call. Its calls block; the worker's queue orders them. */
export class TokenBoard {
  readonly #options: TokenBoardOptions;
  #driver: TokenDriver | undefined;
  #stale = false;
  #fault: PublicError<'MODULE_NOT_LOADED' | 'DRIVER_FAULT'> | undefined;
  #faultySince: Date | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #tokens: readonly IdentifiedToken[] = [];
  #blanks: readonly IdentifiedToken[] = [];
  readonly #insertedAt = new Map<string, string>();
  /** When the last look was that told everything and did not show the key yet. */
  readonly #absentAt = new Map<string, number>();
  #toldAllAt: number | undefined;
  readonly #seenTokens = new Map<string, IdentifiedToken>();

  constructor(options: TokenBoardOptions) {
    this.#options = options;
  }

  /** Never throws: whatever the driver does becomes a fault in the view. */
  look(): DriverView {
    try {
      const { tokens, fault } = this.#freshDriver().tokens();
      const { id } = this.#options.module;
      // SoftHSM2 always offers a blank one, to make the next key of: it is no key yet.
      this.#tokens = identifyTokens(
        id,
        tokens.filter(({ blank }) => !blank),
      ).slice(0, MOST_KEYS);
      this.#blanks = identifyTokens(
        id,
        tokens.filter(({ blank }) => blank),
      ).slice(0, MOST_KEYS);
      this.#lookedAt = this.#options.now().getTime();
      this.#note();
      this.#toldAllAt = fault ? undefined : this.#lookedAt;
      this.#judge(fault === undefined);
      this.#fault = fault && this.#faultOf(fault);
      const keys = this.#tokens.map((token) => this.#summary(token));
      return { keys, ...(this.#fault ? { fault: this.#fault } : {}) };
    } catch (cause) {
      this.#tokens = [];
      this.#blanks = [];
      this.#note();
      this.#toldAllAt = undefined;
      this.#judge(false);
      this.#fault = this.#faultOf(cause);
      return { keys: [], fault: this.#fault };
    }
  }

  /** True when this worker has shown that key before: it is not unknown, it was pulled. */
  hasSeen(keyId: string): boolean {
    return this.#seenTokens.has(keyId);
  }

  /** The same, of a key that is known by something else than its id. */
  hasSeenSuch(answers: (token: IdentifiedToken) => boolean): boolean {
    return [...this.#seenTokens.values()].some(answers);
  }

  /** Of a key in the last look. Throws what the driver throws. */
  publicObjects(keyId: string): PublicObjects {
    const token = this.#tokens.find((candidate) => candidate.keyId === keyId);
    if (!token || !this.#driver) throw new Error('not in the last look');
    return this.#driver.publicObjects(token.slot);
  }

  /**
   * Opens a session on the token that answers, in the last look if that is young, or in a new one; and once more, for
   * what was plugged a moment ago. Nothing when it is not there, or when two can't be told apart. Throws what the driver
   * throws.
   */
  open(answers: (token: IdentifiedToken) => boolean): OpenedToken | undefined {
    const opened = this.isFresh ? this.#openOrNot(answers) : undefined;
    if (opened) return opened;
    this.look();
    const seen = this.#openOrNot(answers);
    if (seen) return seen;
    this.look();
    return this.#open(answers);
  }

  /** The driver was at fault: what it remembers of the keys may be wrong. The next look starts it anew. */
  distrust(): void {
    this.#stale = true;
    this.#lookedAt = Number.NEGATIVE_INFINITY;
  }

  /** Wipes, or makes usable, the token of that slot. The next look sees what became of it. */
  initToken(token: IdentifiedToken, soPin: string, label: string): void {
    this.distrust();
    this.#driver?.initToken(token.slot, soPin, label);
  }

  /** Keys and blank tokens of the last look. */
  get present(): readonly IdentifiedToken[] {
    return [...this.#tokens, ...this.#blanks];
  }

  get bearsOneThread(): boolean {
    return this.#driver?.bearsOneThread ?? false;
  }

  /** When the key was first seen since it was plugged. */
  insertedAt(keyId: string): string | undefined {
    return this.#insertedAt.get(keyId);
  }

  /**
   * Was it plugged less than that ago? Only a key that was seen to come was: one that was there at the first look, or
   * that a fault had hidden, may have been in for hours.
   */
  insertedWithin(keyId: string, ms: number): boolean {
    const absentAt = this.#absentAt.get(keyId);
    return absentAt !== undefined && this.#options.now().getTime() - absentAt < ms;
  }

  /** Is the last look good enough to go by? */
  get isFresh(): boolean {
    return this.#options.now().getTime() - this.#lookedAt < FRESH_MS;
  }

  /** What kept the last look from showing everything. */
  get fault(): PublicError<'MODULE_NOT_LOADED' | 'DRIVER_FAULT'> | undefined {
    return this.#fault;
  }

  #openOrNot(answers: (token: IdentifiedToken) => boolean): OpenedToken | undefined {
    try {
      return this.#open(answers);
    } catch {
      // It may have been pulled and plugged again since: a new look tells.
      return undefined;
    }
  }

  #open(answers: (token: IdentifiedToken) => boolean): OpenedToken | undefined {
    const [token, twin] = this.present.filter(answers);
    if (!token || twin || !this.#driver) return undefined;
    const session = this.#driver.openSession(token.slot);
    try {
      if (session.status().serial === token.serial) return { token, session };
    } catch (cause) {
      session.close();
      throw cause;
    }
    session.close();
    return undefined;
  }

  #faultOf(cause: unknown): PublicError<'MODULE_NOT_LOADED' | 'DRIVER_FAULT'> {
    const values = { module: this.#options.module.name };
    if (cause instanceof LoadError) return fail('MODULE_NOT_LOADED', { values, support: cause.support }).error;
    return fail('DRIVER_FAULT', { values, support: driverErrorOf(cause).support }).error;
  }

  /** A driver that was at fault starts from C_Initialize again, and so does one that sees new keys only then. */
  #freshDriver(): TokenDriver {
    if (!this.#driver) this.#driver = this.#options.open(this.#options.module.path);
    else if (this.#stale) this.#renew(this.#driver);
    return this.#driver;
  }

  #renew(driver: TokenDriver): void {
    if (this.#options.renew) this.#options.renew(driver, this.#faultySince);
    else driver.reinitialize();
  }

  #judge(isWell: boolean): void {
    this.#faultySince = isWell ? undefined : (this.#faultySince ?? this.#options.now());
    this.#stale = !isWell || this.#options.module.seesNewTokensAfter === 'reinitialize';
  }

  /** Insertion is when we first saw it: a key that was there before us has been in for longer than that. */
  #note(): void {
    const present = new Set(this.#tokens.map((token) => token.keyId));
    for (const keyId of this.#insertedAt.keys()) {
      if (present.has(keyId)) continue;
      this.#insertedAt.delete(keyId);
      this.#absentAt.delete(keyId);
    }
    for (const token of this.#tokens) {
      if (!this.#insertedAt.has(token.keyId)) {
        this.#insertedAt.set(token.keyId, this.#options.now().toISOString());
        if (this.#toldAllAt !== undefined) this.#absentAt.set(token.keyId, this.#toldAllAt);
      }
      if (this.#seenTokens.size < MOST_REMEMBERED) this.#seenTokens.set(token.keyId, token);
    }
  }

  #summary(token: IdentifiedToken): KeySummary {
    const { keyId, label, serial, model, manufacturer, pin } = token;
    const { id, name } = this.#options.module;
    const insertedAt = this.#insertedAt.get(keyId) ?? this.#options.now().toISOString();
    return { keyId, label, serial, model, manufacturer, module: { id, name }, pin, insertedAt };
  }
}
