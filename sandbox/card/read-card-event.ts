import { type CardEvent, cardEvent } from './card-event.ts';

/** One line of the card process. Throws when it is none of ours. */
export function readCardEvent(line: string): CardEvent {
  const read = cardEvent.safeParse(parsed(line));
  if (!read.success) throw new Error(`the card process said something unknown: ${line}`);
  return read.data;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
