import { CardRefusal, type Command, parseCommand, reply, SW } from './apdu.ts';
import type { CardState } from './card-state.ts';
import type { Chip, Instruction, Session } from './chip.ts';
import { INSTRUCTIONS } from './instructions/table.ts';

/** The chip of a SmartCard-HSM: takes one command after the other, and knows nothing of how they came. */
export class Card {
  readonly #chip: Chip;
  readonly #session: Session = { verified: false, selectedFile: null };

  constructor(initial: CardState, store: (state: CardState) => void) {
    let current = initial;
    this.#chip = {
      get state() {
        return current;
      },
      session: this.#session,
      save(change) {
        const next = { ...current, ...change };
        store(next);
        current = next;
      },
    };
  }

  reset(): void {
    this.#session.verified = false;
    this.#session.selectedFile = null;
  }

  async transmit(bytes: Buffer): Promise<Buffer> {
    try {
      const command = parseCommand(bytes);
      const answer = await instructionFor(command)(this.#chip, command);
      return reply(answer.status, answer.data);
    } catch (error) {
      if (error instanceof CardRefusal) return reply(error.status);
      throw error;
    }
  }
}

function instructionFor(command: Command): Instruction {
  const entry = INSTRUCTIONS.get(command.ins);
  if (!entry) throw new CardRefusal(SW.unknownInstruction);
  if (entry.cla !== command.cla) throw new CardRefusal(SW.unknownClass);
  return entry.run;
}
