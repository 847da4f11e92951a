import { Arrivals } from '../http/arrivals.ts';

/** A text message as a phone shows it. */
export interface PhoneMessage {
  readonly number: string;
  readonly text: string;
  /** The sender's own reference: the same one twice is the same message sent again. */
  readonly reference: string;
}

export type Phones = Arrivals<PhoneMessage>;

export function newPhones(): Phones {
  return new Arrivals<PhoneMessage>();
}
