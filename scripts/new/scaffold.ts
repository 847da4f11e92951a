import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Kind, namesOf } from './kinds.ts';

export class ScaffoldProblem extends Error {}

/** Lays out a new unit of work with its test; what exists is never overwritten. Returns the new files. */
export async function scaffold(root: string, kind: Kind, name: string): Promise<string[]> {
  if (!kind.accepts(name)) {
    throw new ScaffoldProblem(`名称不合规范，例如 "${kind.example}"。 "${name}" is no such name: ${kind.example}`);
  }
  const names = namesOf(name);
  const files = Object.entries(kind.files).map(([path, template]) => ({
    path: path.replace('*', names.file),
    content: filled(template, { ...names }),
  }));
  const existing = files.filter(({ path }) => existsSync(join(root, path)));
  if (existing.length > 0) {
    throw new ScaffoldProblem(
      `已存在，未改动。 Already there, left alone: ${existing.map(({ path }) => path).join(' ')}`,
    );
  }
  for (const { path, content } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content, { flag: 'wx' });
  }
  return files.map(({ path }) => path);
}

function filled(template: string, values: Readonly<Record<string, string>>): string {
  const text = readFileSync(join(import.meta.dirname, 'templates', `${template}.template`), 'utf8');
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
