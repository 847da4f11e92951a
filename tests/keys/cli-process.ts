/** The host's command line as a person uses it: words printed, and hands that answer them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface CliProcess {
  /** Resolves when all of it has been printed, or when the process has ended. */
  until(words: string): Promise<void>;
  enter(line?: string): void;
  /** Nobody is at the terminal any more. */
  hangUp(): void;
  ended(): Promise<{ readonly code: number | null; readonly out: string }>;
}

/** `entry`: the program, from the sources or from a bundle. */
export function startCli(entry: string, args: readonly string[], env: NodeJS.ProcessEnv): CliProcess {
  const child = spawn(process.execPath, [entry, ...args], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close');
  return {
    until: async (words) => {
      while (!out.includes(words) && child.exitCode === null) {
        await Promise.race([once(child.stdout, 'data'), closed]);
      }
    },
    enter: (line = '') => child.stdin.write(`${line}\n`),
    hangUp: () => child.stdin.end(),
    ended: async () => {
      await closed;
      return { code: child.exitCode, out };
    },
  };
}
