import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A directory comes into being whole or not at all: it is filled under a name that nobody reads,
 * then renamed. What a killed start has left behind is thrown away.
 */
export async function makeWhole(dir: string, fill: (draft: string) => Promise<void> | void): Promise<void> {
  const draft = join(dirname(dir), `.draft-${process.pid}-${dir.slice(dirname(dir).length + 1)}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  await fill(draft);
  renameSync(draft, dir);
}
