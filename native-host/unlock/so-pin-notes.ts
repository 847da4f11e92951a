import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { asHint, NOTHING_NOTED, type SoPinNote } from './so-pin-candidates.ts';

const name = z.enum(['current', 'next']);
const stored = z.strictObject({
  generation: z.int().check(z.nonnegative()),
  release: z.int().check(z.positive()),
  refused: z.array(name).check(z.maxLength(2)),
  unanswered: z.optional(z.strictObject({ name, fromClean: z.boolean() })),
});

/** The note about one key's pair of administrator passwords. */
export interface SoPinNotes {
  /** What was noted before goes on as a note of this release. */
  read(): SoPinNote;
  /** Durable when it returns. Throws when it can't be: then nothing may be presented. */
  write(note: SoPinNote): void;
}

export interface NotedRelease {
  readonly serial: string;
  /** A note about an older pair of passwords says nothing of this one. */
  readonly generation: number;
  /** If others came between that one and this, another computer may have worked the key. */
  readonly release: number;
}

/**
 * Written by the process that makes the calls, between the calls, so without waiting for anybody. A note holds names and
 * no password. One that can't be read is as none.
 */
export function soPinNotes(dir: string, { serial, generation, release }: NotedRelease): SoPinNotes {
  const path = join(dir, `${createHash('sha256').update(serial).digest('hex')}.json`);
  const write = (note: SoPinNote) => {
    if (note.refused.length === 0 && !note.unanswered) rmSync(path, { force: true });
    else replaceFile(dir, path, JSON.stringify({ generation, release, ...note }));
  };
  return {
    write,
    read: () => {
      const noted = readNote(path);
      if (noted?.generation !== generation) return NOTHING_NOTED;
      if (noted.release === release) return noted.note;
      const note = release === noted.release + 1 ? noted.note : asHint(noted.note);
      write(note);
      return note;
    },
  };
}

function readNote(path: string) {
  try {
    const { generation, release, refused, unanswered } = stored.parse(JSON.parse(readFileSync(path, 'utf8')));
    const note: SoPinNote = unanswered ? { refused, unanswered } : { refused };
    return { generation, release, note };
  } catch {
    return undefined;
  }
}

function replaceFile(dir: string, path: string, text: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}
