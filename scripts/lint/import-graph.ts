import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Import, readImports } from './read-imports.ts';
import { projectFiles } from './source-files.ts';

export interface ImportGraph {
  readonly files: readonly string[];
  readonly imports: readonly Import[];
  /** Names of files that stand in a string somewhere: programs that are started, scripts that a page loads. */
  readonly mentioned: ReadonlySet<string>;
}

export function readImportGraph(root: string): ImportGraph {
  const paths = projectFiles(root).filter((path) => /\.(tsx?|html)$/.test(path));
  const texts = paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const sources = texts.filter(({ path }) => !path.endsWith('.html'));
  return {
    files: sources.map(({ path }) => path),
    imports: sources.flatMap(({ path, text }) => readImports(path, text)),
    mentioned: new Set(texts.flatMap(({ text }) => fileNamesIn(text))),
  };
}

/** In quotes, but not after `from` or `import`; a page asks for `.js` where the source is `.ts`. */
function fileNamesIn(text: string): string[] {
  const quoted = text.matchAll(
    /(?<!\bfrom )(?<!\bimport )(?<!\bimport\()['"`](?:[^'"`\n]*\/)?([\w.-]+)\.(tsx?|js)['"`]/g,
  );
  return [...quoted].flatMap(([, name, ending]) => (ending === 'js' ? [`${name}.ts`] : [`${name}.${ending}`]));
}

/** What each file imports, by file. */
export function importsByFile(imports: readonly Import[]): ReadonlyMap<string, readonly Import[]> {
  return Map.groupBy(imports, ({ from }) => from);
}
