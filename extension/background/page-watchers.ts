type Close = () => void;

/** The content scripts that have a panel open, by tab: how the panel's wish reaches the page around it. */
export class PageWatchers {
  readonly #byTab = new Map<number, Set<Close>>();

  add(tabId: number, close: Close): () => void {
    const watchers = this.#byTab.get(tabId) ?? new Set();
    this.#byTab.set(tabId, watchers.add(close));
    return () => {
      watchers.delete(close);
      if (watchers.size === 0 && this.#byTab.get(tabId) === watchers) this.#byTab.delete(tabId);
    };
  }

  /** False when nobody in that tab listens. */
  closePanel(tabId: number): boolean {
    const watchers = [...(this.#byTab.get(tabId) ?? [])];
    for (const close of watchers) close();
    return watchers.length > 0;
  }
}
