import { panelContract } from '@certbridge/shared/contract/panel.ts';
import { describe, expect, it } from 'vitest';
import { hostContract } from '../../native-host/host-contract.ts';
import { camelCase, fileNameOf } from '../../scripts/new/names.ts';
import { type ProjectFile, sourcesUnder } from './support/project.ts';
import { nodesOf } from './support/syntax.ts';

const ROOMS = [
  { folder: 'native-host/commands/', contract: hostContract, handler: /\bHostHandler<'([^']+)'>/g },
  { folder: 'extension/background/commands/', contract: panelContract, handler: /\bCommand<'([^']+)'>/g },
];

describe.each(ROOMS)('$folder', ({ folder, contract, handler }) => {
  const files = sourcesUnder(folder).filter(({ path }) => !/\.test\.ts$/.test(path));

  it.each(Object.keys(contract))('%s has a file of its own name with one handler', (operation) => {
    const name = fileNameOf(operation);
    const file = files.find(({ path }) => path === `${folder}${name}.ts`);
    expect(file && exportedValues(file)).toEqual([camelCase(name)]);
    expect(file && handlersIn(file, handler)).toEqual([operation]);
  });

  it('no other file handles an operation', () => {
    const own = new Set(Object.keys(contract).map((operation) => `${folder}${fileNameOf(operation)}.ts`));
    const others = files.filter((file) => !own.has(file.path) && handlersIn(file, handler).length > 0);
    expect(others.map(({ path }) => path)).toEqual([]);
  });
});

function handlersIn({ text }: ProjectFile, handler: RegExp): string[] {
  return [...text.matchAll(handler)].flatMap(([, operation]) => operation ?? []);
}

function exportedValues(file: ProjectFile): unknown[] {
  const exports = nodesOf(file).filter(({ type }) => type === 'ExportNamedDeclaration');
  return exports
    .filter(({ exportKind }) => exportKind !== 'type')
    .flatMap(({ declaration }) => declaredNames(declaration as Declaration));
}

interface Named {
  readonly name: string;
}
interface Declaration {
  readonly id?: Named;
  readonly declarations?: readonly { readonly id: Named }[];
}

function declaredNames({ id, declarations = [] }: Declaration): string[] {
  return [...(id ? [id.name] : []), ...declarations.map((one) => one.id.name)];
}
