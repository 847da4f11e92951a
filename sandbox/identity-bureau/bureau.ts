import { Availability } from '../signed-api/availability.ts';
import { newAccount } from '../signed-api/provider-account.ts';
import { isWellFormed, type Person } from './person.ts';

export type Finding = 'match' | 'mismatch';

export interface Checked {
  readonly at: Date;
  readonly asked: Person;
  readonly found: Finding;
}

/** In a name: nothing belongs together. */
export const NO_MATCH = '不符';
/** The page shows the last ones. */
const MOST_KEPT = 30;

/** Knows the people that its page has added; of everybody else it believes whatever could be true. */
export class Bureau {
  readonly account = newAccount();
  readonly availability = new Availability();
  readonly #people = new Map<string, Person>();
  #checked: Checked[] = [];

  get people(): Person[] {
    return [...this.#people.values()];
  }

  /** Newest first. */
  get checked(): readonly Checked[] {
    return this.#checked;
  }

  add(person: Person): void {
    this.#people.set(paperOf(person), person);
  }

  check(asked: Person): Finding {
    const found = this.#find(asked);
    this.#checked = [{ at: new Date(), asked, found }, ...this.#checked].slice(0, MOST_KEPT);
    return found;
  }

  #find(asked: Person): Finding {
    const known = this.#people.get(paperOf(asked));
    if (known) return isSame(known, asked) ? 'match' : 'mismatch';
    return isWellFormed(asked, new Date()) && !asked.name.includes(NO_MATCH) ? 'match' : 'mismatch';
  }
}

function paperOf({ idKind, idNumber }: Person): string {
  return `${idKind} ${idNumber}`;
}

/** A question by phone says nothing of a card. */
function isSame(known: Person, asked: Person): boolean {
  const sameCard = asked.cardNumber === undefined || asked.cardNumber === known.cardNumber;
  return known.name === asked.name && known.mobile === asked.mobile && sameCard;
}
