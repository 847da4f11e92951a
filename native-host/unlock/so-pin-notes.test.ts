import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NOTHING_NOTED } from './so-pin-candidates.ts';
import { soPinNotes } from './so-pin-notes.ts';

let base: string;
let dir: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'so-pin-notes-'));
  dir = join(base, 'notes');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const NOTE = { refused: ['next'], unanswered: { name: 'current', fromClean: false } } as const;

it('what was noted is known to the next process, for that key and that pair of passwords only', () => {
  soPinNotes(dir, { serial: 'A1', generation: 2, release: 4 }).write(NOTE);
  expect(soPinNotes(dir, { serial: 'A1', generation: 2, release: 4 }).read()).toEqual(NOTE);
  expect(soPinNotes(dir, { serial: 'A1', generation: 3, release: 1 }).read()).toEqual(NOTHING_NOTED);
  expect(soPinNotes(dir, { serial: 'B2', generation: 2, release: 4 }).read()).toEqual(NOTHING_NOTED);
});

it('a note of the release before is as good as one of this; an older one only says what not to begin with', () => {
  const at = (release: number) => soPinNotes(dir, { serial: 'A1', generation: 2, release });
  at(4).write(NOTE);
  expect(at(5).read()).toEqual(NOTE);
  expect(at(6).read()).toEqual(NOTE);
  at(4).write(NOTE);
  expect(at(6).read()).toEqual({ refused: [], unanswered: { name: 'current', fromClean: false } });
  at(6).write({ refused: ['next'] });
  expect(at(8).read()).toEqual({ refused: [], unanswered: { name: 'next', fromClean: false } });
});

it('nothing to note leaves nothing behind', () => {
  const notes = soPinNotes(dir, { serial: 'A1', generation: 2, release: 4 });
  notes.write(NOTE);
  notes.write(NOTHING_NOTED);
  expect(readdirSync(dir)).toEqual([]);
  expect(notes.read()).toEqual(NOTHING_NOTED);
});

it('a note is for its owner only, and names neither the key nor a password', () => {
  soPinNotes(dir, { serial: 'SERIAL-1', generation: 2, release: 4 }).write(NOTE);
  const [file = ''] = readdirSync(dir);
  expect(statSync(join(dir, file)).mode & 0o777).toBe(0o600);
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  expect(file + readFileSync(join(dir, file), 'utf8')).not.toContain('SERIAL-1');
});

it('a damaged note is as none; one that cannot be written stops what it is about', () => {
  const notes = soPinNotes(dir, { serial: 'A1', generation: 2, release: 4 });
  notes.write(NOTE);
  const [file = ''] = readdirSync(dir);
  writeFileSync(join(dir, file), '{"generation":2');
  expect(notes.read()).toEqual(NOTHING_NOTED);
  const blocked = soPinNotes(join(dir, file), { serial: 'A1', generation: 2, release: 4 });
  expect(() => blocked.write(NOTE)).toThrow();
});
