import type { OcspAnswer } from './ocsp-answer-store.ts';

export interface AnswerCache {
  find(serialNumber: string): OcspAnswer | undefined;
  keep(answer: OcspAnswer): void;
}

/** So long another process may answer "good" after a revocation here; then the database is asked again. */
export const LOOK_AGAIN_AFTER_MS = 2_000;
/** A reply is about two kilobytes. */
const MOST_KEPT = 20_000;

/** Answers in the memory of one process, the oldest forgotten first. */
export function answerCache(now: () => Date): AnswerCache {
  const kept = new Map<string, { readonly answer: OcspAnswer; readonly until: number }>();
  return {
    find(serialNumber) {
      const found = kept.get(serialNumber);
      if (!found || found.until <= now().getTime()) return undefined;
      return found.answer.nextUpdate > now() ? found.answer : undefined;
    },
    keep(answer) {
      kept.delete(answer.serialNumber);
      kept.set(answer.serialNumber, { answer, until: now().getTime() + LOOK_AGAIN_AFTER_MS });
      const oldest = kept.keys().next();
      if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
    },
  };
}
