import type { SealedSoPins } from '@certbridge/shared/contract/sealed-so-pins.ts';
import type { PinStatus } from '@certbridge/shared/domain/key.ts';

/** The administrator's password that the key may have: the one in custody, or the one that it was about to get. */
export type SoPinName = 'current' | 'next';

/** What this computer remembers of the tries since the key last took a password. Written before each try and after it. */
export interface SoPinNote {
  /** The key said no to these: they are never presented again. */
  readonly refused: readonly SoPinName[];
  /** The last try, if no answer to it was noted. */
  readonly unanswered?: {
    readonly name: SoPinName;
    /** What the key's flags said before it: no wrong try was counted. */
    readonly fromClean: boolean;
  };
}

export const NOTHING_NOTED: SoPinNote = { refused: [] };

/**
 * A key that counted nothing before a try, and counts one after it, has refused it, even if nobody was left to hear.
 */
export function withWhatFlagsTell(note: SoPinNote, soPin: PinStatus): SoPinNote {
  const { unanswered } = note;
  return unanswered?.fromClean && soPin.state !== 'ok' ? withRefused(note, unanswered.name) : note;
}

export function withTry(note: SoPinNote, name: SoPinName, soPin: PinStatus): SoPinNote {
  return { refused: note.refused, unanswered: { name, fromClean: soPin.state === 'ok' } };
}

export function withRefused({ refused }: SoPinNote, name: SoPinName): SoPinNote {
  return { refused: [...refused.filter((other) => other !== name), name] };
}

/** Another computer may have changed the key since: what was presented here last comes second, and nothing is excluded. */
export function asHint({ refused, unanswered }: SoPinNote): SoPinNote {
  const name = unanswered?.name ?? refused.at(-1);
  return name ? { refused: [], unanswered: { name, fromClean: false } } : NOTHING_NOTED;
}

export interface Circumstances {
  readonly pins: Pick<SealedSoPins, 'release'>;
  /** From the token's flags, which some tokens never set. */
  readonly soPin: PinStatus;
  readonly note: SoPinNote;
}

/** The password to present now, or none: nothing that was refused, and no guess with the last try (ADR 8). */
export function soPinToPresent({ pins, soPin, note }: Circumstances): SoPinName | undefined {
  if (soPin.state === 'locked') return undefined;
  const order: readonly SoPinName[] = pins.release > 1 ? orderInDoubt(soPin, note) : ['current'];
  const [first, ...others] = order.filter((name) => !note.refused.includes(name));
  return soPin.state === 'last-try' && others.length > 0 ? undefined : first;
}

function orderInDoubt(soPin: PinStatus, { unanswered }: SoPinNote): readonly SoPinName[] {
  if (unanswered) return unanswered.name === 'current' ? ['next', 'current'] : ['current', 'next'];
  // Nothing noted here and a wrong try counted: another computer began, as this one would have, with the current one.
  return soPin.state === 'ok' ? ['current', 'next'] : ['next', 'current'];
}
