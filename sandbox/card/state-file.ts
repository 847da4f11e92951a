import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type CardState, cardState } from './card-state.ts';

export function readState(file: string): CardState {
  return cardState.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/**
 * Either the old state or the new one is on disk, whenever the process is killed (rename(2) is atomic).
 * Synchronous on purpose: a card answers 9000 only after the change is stored.
 */
export function writeState(file: string, state: CardState): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(state, null, 1)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
