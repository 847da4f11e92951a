import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Violation } from './check-imports.ts';
import { type Import, packageName } from './read-imports.ts';
import { isShipped } from './source-files.ts';

/**
 * What ships may import only packages that its own package.json names as dependencies: a package that happens to be
 * installed for another room, or for development, is not there at the customer's.
 */
export function checkDeclared(root: string, imports: readonly Import[]): Violation[] {
  const declared = new Map<string, ReadonlySet<string>>();
  const declaredFor = (zone: string) => {
    const known = declared.get(zone) ?? dependenciesOf(join(root, zone, 'package.json'));
    declared.set(zone, known);
    return known;
  };
  return imports.flatMap((found) => {
    const [zone = ''] = found.from.split('/');
    const name = packageName(found.to);
    if (!name || !isShipped(found.from) || declaredFor(zone).has(name)) return [];
    return [
      {
        where: `${found.from}:${found.line}`,
        rule: 'declared-dependencies',
        what: `imports ${name}, which ${zone}/package.json does not name under dependencies`,
        why: 'Name it there, with its reason in docs/dependencies.md, or do without.',
      },
    ];
  });
}

function dependenciesOf(path: string): ReadonlySet<string> {
  const { dependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as { dependencies?: Record<string, string> };
  return new Set(Object.keys(dependencies));
}
