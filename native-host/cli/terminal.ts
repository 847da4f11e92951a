import type { Programs } from './programs.ts';
import type { CliArguments } from './read-arguments.ts';

/** Resolves to the process's exit code. */
export type CliCommand = (given: CliArguments, programs: Programs) => Promise<number>;

export function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
