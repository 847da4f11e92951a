import type { Cancellation } from '@certbridge/shared/rpc/cancellation.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';

/** Where the bell hears of keys that come and go. */
export interface BellWire {
  /** True while a thread of ours is inside the driver. To finalise the driver then may crash it. */
  readonly inDriver: boolean;
  lay(on: WireEvents): void;
}

export interface WireEvents {
  ring(): void;
  /** Nothing rings from now on. `for-good`: this driver has no such thing. */
  ended(reason: string, forGood?: 'for-good'): void;
}

export interface BellOptions {
  readonly clock: Clock;
  /** Without one it rings by our own hand only. */
  readonly wire?: BellWire | undefined;
  readonly log: (line: string) => void;
}

/** A wire that broke sooner than this is not laid again: it would break in a loop. */
const WORTH_ANOTHER_MS = 60_000;
/** A look must not come between the steps of one work. */
const SOON_MS = 300;

/** Says when it is worth looking. Whoever can't rely on it looks often. */
export class Bell {
  readonly #options: BellOptions;
  readonly #waiting = new Set<() => void>();
  #wired: 'no' | 'yes' | 'never-again' = 'no';
  #rings = 0;
  #rungAt = Number.NEGATIVE_INFINITY;
  #ringsSoon = false;

  constructor(options: BellOptions) {
    this.#options = options;
    if (!options.wire) this.#wired = 'never-again';
  }

  /** Does it tell of every key that comes or goes? */
  get isWired(): boolean {
    return this.#wired === 'yes';
  }

  get inDriver(): boolean {
    return this.#options.wire?.inDriver ?? false;
  }

  get rings(): number {
    return this.#rings;
  }

  rangWithin(ms: number): boolean {
    return this.#options.clock.now() - this.#rungAt < ms;
  }

  ring(): void {
    this.#rings += 1;
    this.#rungAt = this.#options.clock.now();
    for (const wake of [...this.#waiting]) wake();
  }

  /** Something was done to a key: it rings soon, and once for all that is done meanwhile. */
  ringSoon(): void {
    if (this.#ringsSoon) return;
    this.#ringsSoon = true;
    this.#options.clock.after(SOON_MS, () => {
      this.#ringsSoon = false;
      this.ring();
    });
  }

  /** To be called when the driver answers: only then it can be waited in. */
  wire(): void {
    const { wire, clock } = this.#options;
    if (this.#wired !== 'no' || !wire) return;
    this.#wired = 'yes';
    const laidAt = clock.now();
    wire.lay({
      ring: () => this.ring(),
      ended: (reason, forGood) => {
        if (forGood || clock.now() - laidAt < WORTH_ANOTHER_MS) this.unwire(reason);
        else this.#wired = 'no';
        // Whoever relied on it looks at once, and often from now on.
        this.ring();
      },
    });
  }

  /** It is not relied on any more, even if it still rings. */
  unwire(reason: string): void {
    if (this.#wired === 'yes') this.#options.log(`slot events: ${reason}`);
    this.#wired = 'never-again';
  }

  /** Until it rings, or that time is over, or nobody is interested. */
  next(ms: number, cancellation: Cancellation): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        stop();
        forget();
        resolve();
      };
      let forget = () => {};
      const stop = this.#options.clock.after(ms, wake);
      this.#waiting.add(wake);
      forget = cancellation.onCancel(wake);
    });
  }
}
