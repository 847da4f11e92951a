import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';

/** What goes wrong with notifications and payments; several may at once. */
export const PAY_FAULTS = ['lost', 'doubled', 'late', 'before-reply', 'forged', 'wrong-amount'] as const;
export type PayFault = (typeof PAY_FAULTS)[number];

/** How the provider answers a shop. `failing` and `half` and `slow`: what was asked for is done nevertheless. */
export const PAY_ANSWERS = ['here', 'down', 'slow', 'failing', 'half'] as const;
export type PayAnswer = (typeof PAY_ANSWERS)[number];

export const faultChoice = z.object({
  answers: z._default(z.enum(PAY_ANSWERS), 'here'),
  ...(Object.fromEntries(PAY_FAULTS.map((fault) => [fault, z.optional(z.literal('on'))])) as Record<
    PayFault,
    z.ZodMiniOptional<z.ZodMiniLiteral<'on'>>
  >),
});

/** Longer than anybody waits for an answer. */
const SLOW_MS = 20_000;

/** The switches of one provider. */
export class FaultPanel {
  #on: ReadonlySet<PayFault> = new Set();
  #answers: PayAnswer = 'here';
  #changed = new AbortController();

  get answers(): PayAnswer {
    return this.#answers;
  }

  has(fault: PayFault): boolean {
    return this.#on.has(fault);
  }

  set(answers: PayAnswer, faults: Iterable<PayFault> = []): void {
    this.#answers = answers;
    this.#on = new Set(faults);
    this.#changed.abort();
    this.#changed = new AbortController();
  }

  /** Late, until the switches are set anew. */
  async waitLong(): Promise<void> {
    await pause(SLOW_MS, undefined, { signal: this.#changed.signal, ref: false }).catch(() => undefined);
  }
}
