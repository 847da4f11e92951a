import { createWriteStream } from 'node:fs';
import { say } from '../setup/say.mjs';

export interface DemoLog {
  readonly path: string;
  write(line: string): void;
  end(): void;
}

/** A log that cannot be written, or no longer, is no reason to stop: that is said once. */
export function demoLog(path: string): DemoLog {
  const file = createWriteStream(path);
  file.once('error', (fault) => {
    say(`日志写不进去（${fault.message}），演示继续。`, 'The log cannot be written; the demo goes on without it.');
  });
  // What is written after that goes nowhere, and may say so.
  file.on('error', () => undefined);
  return { path, write: (line) => file.write(`${line}\n`), end: () => file.end() };
}
