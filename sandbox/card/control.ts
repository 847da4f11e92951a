import type { CardEvent } from './card-event.ts';
import type { Faults } from './faults.ts';

/**
 * Lines that the owner may write:
 *   delay-ms N [INS]                        e.g. `delay-ms 3000 46`
 *   drop-at N [before-work|before-reply]    the n-th APDU from now; before-work unless told
 *   count                                   answers {"event":"apdus","count":n}
 */
export function obey(line: string, faults: Faults): CardEvent {
  const words = line.trim().split(/\s+/);
  const amount = Number(words[1]);
  const valid = Number.isInteger(amount) && amount >= 0;
  switch (words[0]) {
    case 'count':
      return { event: 'apdus', count: faults.count };
    case 'delay-ms':
      if (!valid) break;
      faults.delay(amount, words[2] === undefined ? null : Number.parseInt(words[2], 16));
      return { event: 'done', line };
    case 'drop-at':
      if (!valid || amount === 0) break;
      faults.dropAt(amount, words[2] === 'before-reply' ? 'before-reply' : 'before-work');
      return { event: 'done', line };
  }
  return { event: 'refused', line };
}
