import { type ReadonlySignal, signal } from '@preact/signals';

export const CODE_LENGTH = 6;

const ALONE = new RegExp(`(?<!\\d)\\d{${CODE_LENGTH}}(?!\\d)`);

/** What was typed, or pasted with its whole message, as the digits of a code. */
export function codeIn(text: string): string {
  const plain = text.normalize('NFKC');
  return ALONE.exec(plain)?.[0] ?? plain.replaceAll(/\D/g, '').slice(0, CODE_LENGTH);
}

export interface CodeEntry {
  readonly code: ReadonlySignal<string>;
  enter(text: string): void;
  clear(): void;
}

/** Fires on the last digit, and not again before the code has changed. */
export function createCodeEntry(onComplete: (code: string) => void): CodeEntry {
  const code = signal('');
  return {
    code,
    enter(text) {
      const next = codeIn(text);
      if (next === code.peek()) return;
      code.value = next;
      if (next.length === CODE_LENGTH) onComplete(next);
    },
    clear() {
      code.value = '';
    },
  };
}
