export interface Round {
  readonly number: number;
  /** Of this round alone, so that it can be looked at again. */
  readonly seed: number;
  readonly frames: number;
  readonly orders: number;
  /** Of one stream that ends its host. */
  readonly streamFrames: number;
  /** A host takes 64 requests at once. In some rounds nobody minds. */
  readonly paced: boolean;
}

/** An order lives for minutes, and the used ones of a round are sent again in it. */
const LARGEST_ROUND = 5_000;
const FEWEST_ROUNDS = 3;
const ORDERS_SHARE = 0.4;
const LONGEST_STREAM = 100;
const UNPACED_EVERY = 8;

/** Together exactly that many. */
export function roundsOf(count: number, seed: number): Round[] {
  const rounds = Math.max(FEWEST_ROUNDS, Math.ceil(count / LARGEST_ROUND));
  return Array.from({ length: rounds }, (_, index) => {
    const number = index + 1;
    const size = Math.floor((count * number) / rounds) - Math.floor((count * index) / rounds);
    const orders = Math.floor(size * ORDERS_SHARE);
    const streamFrames = Math.min(LONGEST_STREAM, Math.floor(size / 10));
    const frames = size - orders - streamFrames;
    return { number, seed: mixed(seed, number), frames, orders, streamFrames, paced: number % UNPACED_EVERY !== 0 };
  });
}

/** Neighbouring seeds give unlike rounds (Knuth's multiplicative hash, 32 bits). */
function mixed(seed: number, number: number): number {
  return Math.imul(seed ^ Math.imul(number, 0x9e3779b1), 0x85ebca6b) | 0;
}
