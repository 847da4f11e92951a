import type { CardEvent } from '../card/card-event.ts';
import { type CardProcess, startCard } from './card-process.ts';
import type { Pcscd } from './pcscd.ts';
import { UsbError } from './usb-error.ts';

/** One socket that takes cards: a reader of pcscd and at most one card in it. */
export class CardSocket {
  readonly #pcscd: Pcscd;
  readonly #slot: number;
  readonly #lost: (id: string) => void;
  #card: { readonly id: string; readonly process: CardProcess } | null = null;

  /** `lost` hears of a card that went without being pulled: a fault on request, or a crash. */
  constructor(pcscd: Pcscd, slot: number, lost: (id: string) => void) {
    this.#pcscd = pcscd;
    this.#slot = slot;
    this.#lost = lost;
  }

  get occupant(): string | null {
    return this.#card?.id ?? null;
  }

  /** Done when pcscd has seen it: from then on every client does. */
  async insert(id: string, stateFile: string): Promise<void> {
    await this.#pcscd.cardIs('removed', this.#slot);
    const place = { enter: this.#pcscd.enter, port: this.#pcscd.port(this.#slot) };
    try {
      const process = await startCard(place, stateFile);
      this.#card = { id, process };
      void process.gone.then(() => this.#forget(id));
      await this.#pcscd.cardIs('inserted', this.#slot);
    } catch (cause) {
      const failed = this.#card;
      this.#card = null;
      await failed?.process.kill();
      throw new UsbError('card-silent', String(cause));
    }
  }

  async remove(): Promise<void> {
    const card = this.#card;
    this.#card = null;
    await card?.process.kill();
    await this.#pcscd.cardIs('removed', this.#slot);
  }

  order(line: string): Promise<CardEvent> {
    if (!this.#card) throw new UsbError('not-plugged', `slot ${this.#slot}`);
    return this.#card.process.order(line);
  }

  #forget(id: string): void {
    if (this.#card?.id !== id) return;
    this.#card = null;
    this.#lost(id);
  }
}
