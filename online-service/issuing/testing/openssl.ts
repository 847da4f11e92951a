import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Another implementation. `@name` among the words stands for the path of that file. */
export function openssl(files: Files, ...words: readonly string[]): Buffer {
  return inFolder(files, (path) => execFileSync('openssl', words.map(path), { stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** What a tool says and how it ends, for checks that may fail. */
export function says(
  tool: 'openssl' | 'certtool',
  files: Files,
  words: readonly string[],
): { ended: number | null; said: string } {
  return inFolder(files, (path) => {
    const { status, stdout, stderr } = spawnSync(tool, words.map(path), { encoding: 'utf8' });
    return { ended: status, said: `${stdout}${stderr}` };
  });
}

/** What it writes to `@out`. */
export function opensslWrites(files: Files, ...words: readonly string[]): Buffer {
  return inFolder(files, (path) => {
    execFileSync('openssl', words.map(path), { stdio: ['ignore', 'pipe', 'pipe'] });
    return readFileSync(path('@out'));
  });
}

/** SM2 signs with the signer's id in Chinese certificates; the others have no such thing. */
export const DISTID = 'distid:1234567812345678';

function inFolder<T>(files: Files, work: (path: (word: string) => string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'certbridge-issuing-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return work((word) => (word.startsWith('@') ? join(folder, word.slice(1)) : word));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
