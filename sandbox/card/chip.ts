import { CardRefusal, type Command, SW } from './apdu.ts';
import type { CardState } from './card-state.ts';

export interface Answer {
  readonly status: number;
  readonly data?: Buffer;
}

/** What one instruction may work with. */
export interface Chip {
  readonly state: CardState;
  readonly session: Session;
  /** Stores a change before the instruction answers. */
  save(change: Partial<CardState>): void;
}

/** What a reset or a new selection of the applet forgets. */
export interface Session {
  verified: boolean;
  selectedFile: string | null;
}

export type Instruction = (chip: Chip, command: Command) => Answer | Promise<Answer>;

/** Keys, protected data and every write ask for the user PIN first. */
export function requirePin(chip: Chip): void {
  if (!chip.session.verified) throw new CardRefusal(SW.notAuthenticated);
}
