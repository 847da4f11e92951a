import { signal } from '@preact/signals';

/** The time by which days are counted; it moves on while a page stays open over midnight. */
export const now = signal(new Date());

const EVERY_MS = 30_000;

export function followTime(): void {
  setInterval(() => {
    now.value = new Date();
  }, EVERY_MS);
}
