import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFiles, sourceFiles } from '../../../scripts/lint/source-files.ts';
import { ROOT } from '../../../scripts/tools/root.ts';

export interface ProjectFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export function readProjectFile(path: string): ProjectFile {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

/** TypeScript under a folder. */
export function sourcesUnder(folder: string): ProjectFile[] {
  return sourceFiles(ROOT)
    .filter((path) => path.startsWith(folder))
    .map(readProjectFile);
}

/** Everything that can be read as text. */
export function textFiles(): ProjectFile[] {
  return projectFiles(ROOT)
    .filter((path) => !/\.(png|ico|woff2|pdf|so|der|p12)$/.test(path))
    .map(readProjectFile);
}
