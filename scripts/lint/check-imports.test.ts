import { describe, expect, it } from 'vitest';
import { checkImports } from './check-imports.ts';
import { type Import, readImports } from './read-imports.ts';

/** Rules that refuse an import, by what the file says. */
function refusedBy(path: string, code: string): string[] {
  const imports = readImports(path, code);
  return checkImports({ files: [], imports, mentioned: new Set() }).map(({ rule }) => rule);
}

describe('an import is refused', () => {
  it.each([
    ['extension/panel/a.ts', "import { x } from '../../native-host/b.ts'", 'extension-stands-alone'],
    ['extension/panel/a.ts', "import type { X } from '@certbridge/sandbox/b.ts'", 'extension-stands-alone'],
    ['native-host/a.ts', "export { x } from '@certbridge/online-service/b.ts'", 'native-host-stands-alone'],
    ['online-service/a.ts', "await import('../sandbox/b.ts')", 'online-service-stands-alone'],
    ['sandbox/a.ts', "import '../scripts/b.ts'", 'sandbox-stands-alone'],
    ['shared/rpc/a.ts', "import { readFile } from 'node:fs'", 'shared-is-pure'],
    ['shared/rpc/a.ts', "import { h } from 'preact'", 'shared-is-pure'],
    ['shared/domain/a.ts', "import type { X } from '../contract/b.ts'", 'domain-knows-no-wire'],
    ['shared/contract/a.ts', "import * as z from 'zod'", 'zod-mini'],
    [
      'extension/content/a.ts',
      "import { pageContract } from '@certbridge/shared/contract/page.ts'",
      'partner-pages-take-types-only',
    ],
    ['extension/page/a.ts', "import * as z from 'zod/mini'", 'partner-pages-take-types-only'],
    ['extension/popup/a.ts', "import { x } from '../background/b.ts'", 'extension-parts-talk-by-contract'],
    ['extension/content/a.ts', "import type { X } from '../panel/b.ts'", 'extension-parts-talk-by-contract'],
    ['native-host/commands/a.ts', "import pkcs11 from 'pkcs11js'", 'one-place-touches-drivers'],
    ['native-host/a.ts', "import { x } from './testing/b.ts'", 'shipped-code-needs-no-tools'],
    ['native-host/a.ts', "import { x } from './b.test.ts'", 'nobody-imports-a-test'],
  ])('%s: %s', (path, code, rule) => {
    expect(refusedBy(path, code)).toContain(rule);
  });
});

describe('an import is allowed', () => {
  it.each([
    ['extension/content/a.ts', "import type { PageContract } from '@certbridge/shared/contract/page.ts'"],
    ['extension/content/a.ts', "import { type PageContract } from '@certbridge/shared/contract/page.ts'"],
    ['extension/panel/a.ts', "import { x } from '../ui/b.ts'"],
    ['extension/panel/a.ts', "import { x } from './state/b.ts'"],
    ['native-host/token/pkcs11/a.ts', "import pkcs11 from 'pkcs11js'"],
    ['sandbox/demo-keys/a.ts', "import pkcs11 from 'pkcs11js'"],
    ['shared/domain/a.test.ts', "import { it } from 'vitest'"],
    ['shared/domain/a.ts', "import * as z from 'zod/mini'"],
    ['online-service/a.integration.test.ts', "import { x } from './testing/b.ts'"],
    ['scripts/a.ts', "import { x } from '../sandbox/b.ts'"],
  ])('%s: %s', (path, code) => {
    expect(refusedBy(path, code)).toEqual([]);
  });
});

describe('the graph as a whole', () => {
  const value = (from: string, to: string): Import => ({ from, to, typeOnly: false, line: 1 });
  const rulesFor = (graph: { files?: string[]; imports?: Import[]; mentioned?: Set<string> }) =>
    checkImports({ files: [], imports: [], mentioned: new Set(), ...graph });

  it('names a cycle by the way it takes', () => {
    const imports = [value('a.ts', 'b.ts'), value('b.ts', 'c.ts'), value('c.ts', 'b.ts')];
    expect(rulesFor({ imports })).toMatchObject([{ rule: 'no-cycles', what: 'b.ts → c.ts → b.ts' }]);
  });

  it('counts a cycle of types too', () => {
    const imports = [value('a.ts', 'b.ts'), { ...value('b.ts', 'a.ts'), typeOnly: true }];
    expect(rulesFor({ imports })).toMatchObject([{ rule: 'no-cycles' }]);
  });

  it('finds zod behind any number of files between it and a content script', () => {
    const imports = [
      value('extension/content/a.ts', 'extension/platform/b.ts'),
      value('extension/platform/b.ts', 'npm:zod/mini'),
    ];
    expect(rulesFor({ imports })).toMatchObject([{ rule: 'no-zod-in-partner-pages', where: 'extension/content/a.ts' }]);
  });

  it('forgives zod behind a type, which is gone at run time', () => {
    const first = { ...value('extension/content/a.ts', 'extension/platform/b.ts'), typeOnly: true };
    expect(rulesFor({ imports: [first, value('extension/platform/b.ts', 'npm:zod/mini')] })).toEqual([]);
  });

  it('names a file that nothing imports, starts or loads', () => {
    const files = ['a/main.ts', 'a/used.ts', 'a/started-child.ts', 'a/dead.ts', 'a/x.test.ts'];
    const imports = [value('a/main.ts', 'a/used.ts')];
    const found = rulesFor({ files, imports, mentioned: new Set(['started-child.ts']) });
    expect(found).toMatchObject([{ rule: 'no-orphans', where: 'a/dead.ts' }]);
  });
});
