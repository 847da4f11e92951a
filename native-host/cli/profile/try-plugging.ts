import type { ObservedPlugging } from '../../profiles/observed-plugging.ts';
import { systemClock } from '../../system-clock.ts';
import { say } from '../terminal.ts';
import type { FoundKey } from './found-keys.ts';
import { watchKey } from './key-watch.ts';
import { observePlugging } from './observe-plugging.ts';
import { personAt } from './person.ts';

export interface TriedPlugging {
  readonly of: FoundKey;
  readonly observed: ObservedPlugging;
}

/** With one key that can be told by its serial; a blank one may have none yet. */
export async function tryPlugging(found: readonly FoundKey[], probe: string): Promise<TriedPlugging | undefined> {
  const [one, ...others] = found.filter(({ key }) => key.serial !== '');
  if (!one) return undefined;
  if (others.length > 0) {
    say('插着不止一只 UKey，不试插拔。 · More than one key is in: plugging is not tried.');
    return undefined;
  }
  const person = personAt(process.stdin);
  const watch = watchKey(one.module, one.key.serial, probe);
  try {
    const observed = await observePlugging({ watch, person, clock: systemClock });
    if (!observed) say('插拔未试。 · Plugging was not tried.');
    return observed && { of: one, observed };
  } finally {
    watch.close();
    person.leave();
  }
}
