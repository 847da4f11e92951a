import { posix } from 'node:path';
import { parseSync } from 'vite';

/** One import or re-export, as written in one file. */
export interface Import {
  readonly from: string;
  /** A path from the root, `npm:name` with its subpath, or `node:name`. */
  readonly to: string;
  /** It vanishes at run time. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** The parser that also builds the extension reads the files: what is checked here is what gets bundled. */
export function readImports(path: string, code: string): Import[] {
  const { module, errors } = parseSync(path, code);
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const found: { readonly specifier: string; readonly typeOnly: boolean; readonly start: number }[] = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    found.push({ specifier: moduleRequest.value, typeOnly: allTypes(entries), start });
  }
  for (const { entries, start } of module.staticExports) {
    const [reExported] = entries.filter((entry) => entry.moduleRequest);
    if (reExported?.moduleRequest) {
      found.push({ specifier: reExported.moduleRequest.value, typeOnly: allTypes(entries), start });
    }
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    const literal = /^(['"`])(.+)\1$/.exec(code.slice(moduleRequest.start, moduleRequest.end));
    if (literal?.[2]) found.push({ specifier: literal[2], typeOnly: false, start });
  }
  return found.map(({ specifier, typeOnly, start }) => ({
    from: path,
    to: target(path, specifier),
    typeOnly,
    line: code.slice(0, start).split('\n').length,
  }));
}

/** An import for its effect alone names nothing, and is not of types. */
function allTypes(entries: readonly { readonly isType: boolean }[]): boolean {
  return entries.length > 0 && entries.every(({ isType }) => isType);
}

function target(from: string, specifier: string): string {
  const [path = ''] = specifier.split('?');
  if (path.startsWith('.')) return posix.join(posix.dirname(from), path);
  if (path.startsWith('@certbridge/')) return path.slice('@certbridge/'.length);
  return path.startsWith('node:') ? path : `npm:${path}`;
}

/** zod/mini → zod, @peculiar/x509/build → @peculiar/x509; undefined for what is no package. */
export function packageName(to: string): string | undefined {
  return /^npm:((?:@[^/]+\/)?[^/]+)/.exec(to)?.[1];
}
