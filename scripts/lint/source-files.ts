import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file of the project, as paths from the root with forward slashes, without the folders that .gitignore names:
 * builds, data and packages are no sources. Git is not asked: it refuses a folder that another user cloned.
 */
export function projectFiles(root: string): string[] {
  const ignored = new Set(['.git', ...ignoredFolders(root)]);
  const under = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return ignored.has(entry.name) || ignored.has(`/${path}`) ? [] : under(path);
      return entry.isFile() ? [path] : [];
    });
  return under('').sort();
}

/** Our .gitignore names folders, those that begin with a slash at the root only; nothing needs a matcher. */
function ignoredFolders(root: string): string[] {
  const lines = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
  return lines.filter((line) => line.endsWith('/')).map((line) => line.slice(0, -1));
}

/** The TypeScript among them. */
export function sourceFiles(root: string): string[] {
  return projectFiles(root).filter((path) => /\.tsx?$/.test(path));
}

export function isTest(path: string): boolean {
  return /\.(test|test-d)\.tsx?$/.test(path) || path.startsWith('tests/');
}

/** Tools of a room that never leave this project: helpers of tests, parts of the build, the gallery of screen parts. */
const TOOLS = /(^|\/)testing\/|^extension\/(build|ui\/gallery)\/|\.config\.ts$/;

/** Whether a file of one of the rooms runs at a customer's, or in the sandbox. */
export function isShipped(path: string): boolean {
  return /^(shared|extension|native-host|online-service|sandbox)\//.test(path) && !isTest(path) && !TOOLS.test(path);
}
