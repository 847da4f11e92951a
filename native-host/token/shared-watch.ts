import type { KeyList, ModuleTrouble } from '@certbridge/shared/contract/key-events.ts';
import { type Canceller, createCanceller } from '@certbridge/shared/rpc/cancellation.ts';
import type { Supervisor } from './supervisor.ts';
import type { DriverView } from './worker-contract.ts';

/** Follows every driver while at least one watcher is there: however many watch, each driver is polled once. */
export class SharedWatch {
  readonly #supervisors: readonly Supervisor[];
  readonly #watchers = new Set<() => void>();
  readonly #views = new Map<string, DriverView>();
  #following: Canceller | undefined;

  constructor(supervisors: readonly Supervisor[]) {
    this.#supervisors = supervisors;
  }

  /** Has every driver been heard of since the first watcher came? */
  get complete(): boolean {
    return this.#supervisors.every(({ module }) => this.#views.has(module.id));
  }

  /** What is known now, in the drivers' order. */
  get list(): KeyList {
    return listOf(this.#supervisors, (id) => this.#views.get(id));
  }

  /** Whose key that is, if somebody watches and it is plainly there: the first driver that shows it, and it alone there. */
  holderOf(serial: string): Supervisor | undefined {
    if (!this.#following || !this.complete) return undefined;
    const such = (id: string) => this.#views.get(id)?.keys.filter((key) => key.serial === serial) ?? [];
    const holder = this.#supervisors.find(({ module }) => such(module.id).length > 0);
    return holder && such(holder.module.id).length === 1 ? holder : undefined;
  }

  /** The answer unsubscribes. */
  subscribe(onChange: () => void): () => void {
    this.#watchers.add(onChange);
    if (!this.#following) this.#begin();
    return () => {
      this.#watchers.delete(onChange);
      if (this.#watchers.size === 0) this.#stop();
    };
  }

  #begin(): void {
    const following = createCanceller();
    this.#following = following;
    for (const supervisor of this.#supervisors) void this.#follow(supervisor, following);
  }

  #stop(): void {
    this.#following?.cancel();
    this.#following = undefined;
    this.#views.clear();
  }

  async #follow(supervisor: Supervisor, following: Canceller): Promise<void> {
    const { cancellation } = following;
    const tell = (view: DriverView) => {
      if (cancellation.cancelled) return;
      this.#views.set(supervisor.module.id, view);
      for (const watcher of [...this.#watchers]) watcher();
    };
    while (!cancellation.cancelled) {
      const ended = await supervisor.call('tokens.watch', {}, { cancellation, onEvent: tell });
      // While a driver is down nobody knows its keys; they come back as insertions when it is up again.
      // One that we ended ourselves was well: its keys are still there.
      if (!ended.ok && ended.error.code !== 'CANCELLED') tell({ keys: [], fault: ended.error });
      await supervisor.rested(cancellation);
    }
  }
}

export function listOf(supervisors: readonly Supervisor[], viewOf: (id: string) => DriverView | undefined): KeyList {
  const views = supervisors.map(({ module }) => ({ module, view: viewOf(module.id) }));
  return {
    keys: views.flatMap(({ view }) => view?.keys ?? []).slice(0, 64),
    troubles: views.flatMap(({ module: { id, name }, view }): ModuleTrouble[] =>
      view?.fault ? [{ module: { id, name }, error: view.fault }] : [],
    ),
  };
}
