import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { say } from '../terminal.ts';

/** Whoever sits at the terminal. */
export interface Person {
  /** Resolves with the next Enter; `skip` when he wants to, or when nobody is there. */
  ask(question: string): Promise<'done' | 'skip'>;
  leave(): void;
}

export function personAt(input: Readable): Person {
  const lines = createInterface({ input });
  let answer: ((word: 'done' | 'skip') => void) | undefined;
  let gone = false;
  lines.on('line', (line) => answer?.(line.trim().toLowerCase() === 's' ? 'skip' : 'done'));
  lines.once('close', () => {
    gone = true;
    answer?.('skip');
  });
  return {
    ask: (question) => {
      say(question);
      return new Promise((resolve) => {
        if (gone) resolve('skip');
        else answer = resolve;
      });
    },
    leave: () => {
      lines.close();
      input.destroy();
    },
  };
}
