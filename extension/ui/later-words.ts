import type { Language } from '@certbridge/shared/text/language.ts';
import { effect, type ReadonlySignal, signal } from '@preact/signals';

export type LaterPacks<Pack> = { readonly [L in Language]: () => Promise<Pack> };

/** Words that do not come with the page, but with the screens that speak them. */
export interface LaterWords<Pack> {
  /** Done when they are there; from then on they follow the language, and the old ones stay until the new have come. */
  load(): Promise<void>;
  readonly spoken: ReadonlySignal<Pack | undefined>;
}

export function laterWords<Pack>(language: ReadonlySignal<Language>, packs: LaterPacks<Pack>): LaterWords<Pack> {
  const spoken = signal<Pack | undefined>(undefined);
  let held: Language | undefined;
  let following = false;

  async function take(wanted: Language): Promise<void> {
    if (held === wanted) return;
    const pack = await packs[wanted]();
    if (language.peek() !== wanted) return;
    held = wanted;
    spoken.value = pack;
  }

  return {
    spoken,
    async load() {
      if (!following) effect(() => void take(language.value).catch(() => undefined));
      following = true;
      await take(language.peek());
    },
  };
}
