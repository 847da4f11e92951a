/** What is said to the terminal, and how the command ended: 1 when it could not be done as things stand. */
export interface Told {
  /** For standard output. */
  readonly output: string;
  /** For the person, on standard error. */
  readonly words: string;
  readonly exitCode: 0 | 1 | 2;
}
