import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** The other implementation. `@name` among the words stands for the path of that file. */
export function openssl(files: Files, ...words: readonly string[]): Buffer {
  return inFolder(files, (path) => execFileSync('openssl', words.map(path), { stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** What it says and how it ends, for checks that may fail. */
export function opensslSays(files: Files, ...words: readonly string[]): { ended: number | null; said: string } {
  return inFolder(files, (path) => {
    const { status, stdout, stderr } = spawnSync('openssl', words.map(path), { encoding: 'utf8' });
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

function inFolder<T>(files: Files, work: (path: (word: string) => string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'formats-openssl-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return work((word) => (word.startsWith('@') ? join(folder, word.slice(1)) : word));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function pem(label: string, der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/(.{64})/g, '$1\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}
