import { expect, it } from 'vitest';
import { checkDeclared } from '../../scripts/lint/check-declared.ts';
import { checkImports } from '../../scripts/lint/check-imports.ts';
import { readImportGraph } from '../../scripts/lint/import-graph.ts';
import { ROOT } from '../../scripts/tools/root.ts';

const graph = readImportGraph(ROOT);

it('nobody imports what is not for him, in circles, or in vain', () => {
  expect(checkImports(graph)).toEqual([]);
});

it('what ships imports only packages that its room declares', () => {
  expect(checkDeclared(ROOT, graph.imports)).toEqual([]);
});

it('every import of our own leads to a file', () => {
  const files = new Set(graph.files);
  const lost = graph.imports.filter(({ to }) => /\.tsx?$/.test(to) && !to.startsWith('npm:') && !files.has(to));
  expect(lost).toEqual([]);
});
