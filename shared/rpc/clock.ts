/** Time, handed in, so that this package needs no platform and a test needs no waiting. */
export interface Clock {
  now(): number;
  /** Calls back once after that many milliseconds; the answer undoes it. */
  after(ms: number, callback: () => void): () => void;
}
