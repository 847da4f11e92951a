/** What has arrived at the sandbox, numbered in its order; kept while the sandbox runs. */
export interface Arrived<Item> {
  readonly serial: number;
  readonly at: Date;
  readonly item: Item;
}

/** More than anybody looks at; the oldest go. */
const KEPT = 500;

export class Arrivals<Item> {
  readonly #arrived: Arrived<Item>[] = [];
  readonly #listeners = new Set<() => void>();
  #serial = 0;

  add(item: Item): void {
    this.#serial += 1;
    this.#arrived.unshift({ serial: this.#serial, at: new Date(), item });
    this.#arrived.length = Math.min(this.#arrived.length, KEPT);
    for (const listener of [...this.#listeners]) listener();
  }

  newestFirst(): readonly Arrived<Item>[] {
    return this.#arrived;
  }

  /** Answers how to stop listening. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Those that match, newest first: as soon as there is one after `serial`, or what there is when the time is up. */
  async after(serial: number, wanted: { matches(item: Item): boolean; withinMs: number }): Promise<Arrived<Item>[]> {
    const found = () => this.#arrived.filter((one) => one.serial > serial && wanted.matches(one.item));
    if (found().length === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, wanted.withinMs);
        const stop = this.onChange(() => found().length > 0 && done());
        function done() {
          clearTimeout(timer);
          stop();
          resolve();
        }
      });
    }
    return found();
  }
}
