import { randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '@certbridge/shared/contract/result.ts';
import { type SealedSoPins, sealedSoPins, unlockingInfo } from '@certbridge/shared/contract/sealed-so-pins.ts';
import type { WorkOrderClaims } from '@certbridge/shared/contract/work-order.ts';
import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import type { EphemeralKey } from './hpke.ts';

/** Long enough to type a new password twice and to ask the service; a work order lives as long. */
const OPEN_MS = 600_000;
/** Nobody unlocks more keys than that at the same time; the oldest gives way. */
const MOST_OPEN = 8;

type Bound = Pick<WorkOrderClaims, 'serial' | 'order' | 'channel'>;

interface Unlocking {
  readonly pair: EphemeralKey;
  readonly info: string;
  readonly forget: () => void;
}

/** The unlockings that this host has begun. Each has a key of its own, which opens one message, once, and is dropped. */
export class Unlockings {
  readonly #clock: Clock;
  readonly #open = new Map<string, Unlocking>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async begin(bound: Bound): Promise<{ readonly publicKey: string; readonly unlocking: string }> {
    const { ephemeralKey, publicText } = await import('./hpke.ts');
    const [pair, unlocking] = [await ephemeralKey(), randomBytes(24).toString('base64url')];
    const forget = this.#clock.after(OPEN_MS, () => this.#open.delete(unlocking));
    this.#open.set(unlocking, { pair, info: unlockingInfo(bound), forget });
    for (const oldest of [...this.#open.keys()].slice(0, -MOST_OPEN)) this.#take(oldest);
    return { publicKey: await publicText(pair), unlocking };
  }

  /** Whatever comes of it, this unlocking is over: a second try needs a new key and a new release. */
  async openSealed(
    unlocking: string,
    { bound, sealed }: { readonly bound: Bound; readonly sealed: string },
  ): Promise<Result<SealedSoPins, 'SEAL_BROKEN'>> {
    const begun = this.#take(unlocking);
    if (!begun) return fail('SEAL_BROKEN', { support: 'no such unlocking' });
    if (begun.info !== unlockingInfo(bound)) return fail('SEAL_BROKEN', { support: 'begun for another order' });
    const { open } = await import('./hpke.ts');
    const plain = await open(begun.pair, sealed, { info: begun.info, aad: unlocking });
    if (!plain) return fail('SEAL_BROKEN', { support: 'does not open' });
    try {
      const pins = sealedSoPins.safeParse(jsonOf(plain));
      return pins.success ? ok(pins.data) : fail('SEAL_BROKEN', { support: 'not a pair of passwords' });
    } finally {
      plain.fill(0);
    }
  }

  #take(unlocking: string): Unlocking | undefined {
    const begun = this.#open.get(unlocking);
    this.#open.delete(unlocking);
    begun?.forget();
    return begun;
  }
}

function jsonOf(plain: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}
