import { importsByFile } from './import-graph.ts';
import type { Import } from './read-imports.ts';

/**
 * Import cycles, each as the files along it, the first one repeated at the end. Types count too: two files that need
 * each other's types are one thing in two files.
 */
export function findCycles(imports: readonly Import[]): string[][] {
  const byFile = importsByFile(imports);
  const done = new Set<string>();
  const cycles: string[][] = [];

  const visit = (file: string, way: readonly string[]): void => {
    const seenAt = way.indexOf(file);
    if (seenAt >= 0) {
      cycles.push([...way.slice(seenAt), file]);
      return;
    }
    if (done.has(file)) return;
    for (const { to } of byFile.get(file) ?? []) visit(to, [...way, file]);
    done.add(file);
  };

  for (const file of byFile.keys()) visit(file, []);
  return cycles;
}
