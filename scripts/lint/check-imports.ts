import { posix } from 'node:path';
import { findCycles } from './find-cycles.ts';
import { type ImportGraph, importsByFile } from './import-graph.ts';
import { ENTRIES, IMPORT_RULES, type ImportRule, OWN_PART, UNREACHABLE } from './import-rules.ts';
import type { Import } from './read-imports.ts';

export interface Violation {
  readonly where: string;
  readonly rule: string;
  readonly what: string;
  readonly why: string;
}

/** Every import that a rule refuses, every cycle, and every file that nothing leads to. */
export function checkImports(graph: ImportGraph): Violation[] {
  const { imports } = graph;
  return [
    ...imports.flatMap((found) => IMPORT_RULES.filter((rule) => refuses(rule, found)).map((rule) => told(rule, found))),
    ...UNREACHABLE.flatMap((rule) => reached(rule, imports)),
    ...findCycles(imports).map((cycle) => ({
      where: cycle[0] ?? '',
      rule: 'no-cycles',
      what: cycle.join(' → '),
      why: 'Files that import each other cannot be understood, or tested, apart. Move what both need into a third.',
    })),
    ...orphans(graph),
  ];
}

function refuses(rule: ImportRule, found: Import): boolean {
  if (rule.typesAllowed && found.typeOnly) return false;
  return rule.from.test(found.from) && rule.to.test(found.to) && !withinOnePart(found);
}

function withinOnePart({ from, to }: Import): boolean {
  const part = OWN_PART.exec(from)?.[1];
  return part !== undefined && to.startsWith(part) && !/\.test\.tsx?$/.test(to);
}

function told(rule: Pick<ImportRule, 'name' | 'why'>, found: Import): Violation {
  return { where: `${found.from}:${found.line}`, rule: rule.name, what: `imports ${found.to}`, why: rule.why };
}

/** Follows what is there at run time only. */
function reached(rule: Omit<ImportRule, 'typesAllowed'>, imports: readonly Import[]): Violation[] {
  const byFile = importsByFile(imports.filter(({ typeOnly }) => !typeOnly));
  const starts = [...byFile.keys()].filter((file) => rule.from.test(file));
  return starts.flatMap((start) => {
    const way = wayTo({ start, byFile, goal: rule.to });
    return way ? [{ where: start, rule: rule.name, what: way.join(' → '), why: rule.why }] : [];
  });
}

function wayTo(search: {
  readonly start: string;
  readonly byFile: ReadonlyMap<string, readonly Import[]>;
  readonly goal: RegExp;
}): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[search.start, undefined]]);
  for (const file of cameFrom.keys()) {
    if (search.goal.test(file)) return unwind(file, cameFrom);
    for (const { to } of search.byFile.get(file) ?? []) if (!cameFrom.has(to)) cameFrom.set(to, file);
  }
  return undefined;
}

function unwind(end: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const before = cameFrom.get(end);
  return before === undefined ? [end] : [...unwind(before, cameFrom), end];
}

function orphans({ files, imports, mentioned }: ImportGraph): Violation[] {
  const imported = new Set(imports.map(({ to }) => to));
  return files
    .filter((file) => !imported.has(file) && !mentioned.has(posix.basename(file)))
    .filter((file) => !ENTRIES.some((entry) => entry.test(file)))
    .map((file) => ({
      where: file,
      rule: 'no-orphans',
      what: 'is imported, started or loaded by nothing',
      why: 'Dead code, or an entry: then name it main.ts, or add it to ENTRIES in scripts/lint/import-rules.ts.',
    }));
}
