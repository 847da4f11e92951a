import type { Clock } from '@certbridge/shared/rpc/clock.ts';
import type { Noticed, ObservedPlugging } from '../../profiles/observed-plugging.ts';
import type { KeyWatch } from './key-watch.ts';
import type { Person } from './person.ts';

const LOOK_EVERY_MS = 250;
/** Once the person says that it is done, a driver has this long to notice by itself. */
const AFTER_WORD_MS = 3_000;
/** A person who does nothing for this long is not there. */
const NOBODY_MS = 120_000;

const PULL =
  '现在拔出 UKey；拔出后若没有反应，请按回车（s 加回车跳过）。 · Pull the key out now; if nothing happens, press Enter (s and Enter to skip).';
const PLUG = '现在重新插入 UKey；插好后若没有反应，请按回车。 · Plug it in again; if nothing happens, press Enter.';

export interface PluggingOptions {
  readonly watch: KeyWatch;
  readonly person: Person;
  readonly clock: Clock;
}

/** Asks a person to pull the key and to plug it in again, and sees what the driver makes of it. Nothing if nobody does. */
export async function observePlugging({
  watch,
  person,
  clock,
}: PluggingOptions): Promise<ObservedPlugging | undefined> {
  // The session that is to outlive the key is opened by the first look.
  if (!(await watch.look(false))?.present) return undefined;
  const pulled = await whenSeen({ watch, clock, present: false }, person.ask(PULL));
  if (!pulled) return undefined;
  const { noticed, session } = pulled;
  if (noticed === 'never') return { pulled: noticed, plugged: 'never', event: pulled.event, session };
  const plugged = await whenSeen({ watch, clock, present: true }, person.ask(PLUG));
  return plugged && { pulled: noticed, plugged: plugged.noticed, event: pulled.event || plugged.event, session };
}

interface Seen {
  readonly noticed: Noticed;
  readonly event: boolean;
  readonly session: string;
}

/** Nothing when the person skips it or is not there, or when the driver does not answer. */
async function whenSeen(
  { watch, clock, present }: Pick<PluggingOptions, 'watch' | 'clock'> & { readonly present: boolean },
  word: Promise<'done' | 'skip'>,
): Promise<Seen | undefined> {
  let end = clock.now() + NOBODY_MS;
  let said: 'done' | 'skip' | undefined;
  void word.then((answer) => {
    said = answer;
    end = clock.now() + AFTER_WORD_MS;
  });
  let event = false;
  for (;;) {
    const isLast = said === 'done' && clock.now() >= end;
    const look = await watch.look(isLast);
    if (!look) return undefined;
    event ||= look.event;
    const { session } = look;
    if (look.present === present) return { noticed: isLast ? 'reinitialize' : 'polling', event, session };
    if (isLast) return { noticed: 'never', event, session };
    if (said === 'skip' || clock.now() >= end) return undefined;
    await new Promise<void>((resolve) => {
      clock.after(LOOK_EVERY_MS, resolve);
    });
  }
}
