import { setTimeout as wait } from 'node:timers/promises';

/** When the card is cut off relative to the work of the n-th command. */
export type Moment = 'before-work' | 'before-reply';

/** Trouble on request, so that a test can pull the card at any instruction. */
export class Faults {
  #count = 0;
  #drop: { at: number; moment: Moment } | null = null;
  #delay: { milliseconds: number; instruction: number | null } = { milliseconds: 0, instruction: null };

  /** Commands since the card was plugged. */
  get count(): number {
    return this.#count;
  }

  /** The n-th command from now is the last: with `before-work` it does nothing, with `before-reply` only its answer is lost. */
  dropAt(n: number, moment: Moment): void {
    this.#drop = { at: this.#count + n, moment };
  }

  /** Slow down every command, or only one instruction (46: a real key makes an RSA pair in 30–90 s). */
  delay(milliseconds: number, instruction: number | null): void {
    this.#delay = { milliseconds, instruction };
  }

  /** null: the card has been pulled. */
  async around(apdu: Buffer, work: () => Promise<Buffer>): Promise<Buffer | null> {
    this.#count += 1;
    const drop = this.#drop?.at === this.#count ? this.#drop.moment : null;
    if (drop === 'before-work') return null;
    const { milliseconds, instruction } = this.#delay;
    if (milliseconds > 0 && (instruction === null || instruction === apdu[1])) await wait(milliseconds);
    const answer = await work();
    return drop === 'before-reply' ? null : answer;
  }
}
