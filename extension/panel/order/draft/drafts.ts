import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import { openDraft, type SealedDraft, sealDraft } from './draft-cipher.ts';
import type { LocalDraft } from './local-draft.ts';

/** From its first letter on, however often it is taken up again. */
const KEPT_MS = 24 * 3_600_000;

/** Where a sealed draft lies, and the key that never leaves the place. */
export interface DraftVault {
  key(): Promise<CryptoKey>;
  load(): Promise<SealedDraft | undefined>;
  save(sealed: SealedDraft): Promise<void>;
  clear(): Promise<void>;
}

/** A convenience: where the browser keeps nothing, everything else works as without it. */
export interface Drafts {
  read(): Promise<LocalDraft | undefined>;
  keep(draft: LocalDraft): Promise<void>;
  forget(): Promise<void>;
}

export function createDrafts(vault: DraftVault, clock: Clock): Drafts {
  /** Each write waits for the one before, so that the last one stays. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn.catch(() => undefined);
  };

  return {
    read: () =>
      inTurn(async () => {
        const sealed = await vault.load();
        if (!sealed) return undefined;
        const draft = sealed.until > clock.now() ? await openDraft(sealed, await vault.key()) : undefined;
        if (!draft) await vault.clear();
        return draft;
      }),
    async keep(draft) {
      const until = draft.begunAt + KEPT_MS;
      await inTurn(async () => {
        if (until > clock.now()) await vault.save(await sealDraft(draft, { key: await vault.key(), until }));
        else await vault.clear();
      });
    },
    async forget() {
      await inTurn(() => vault.clear());
    },
  };
}
