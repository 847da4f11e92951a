import { expect, it } from 'vitest';
import { isTest } from '../../scripts/lint/source-files.ts';
import { sourcesUnder } from './support/project.ts';
import { nodesOf, place, type SyntaxNode } from './support/syntax.ts';

const RUNNERS = ['it', 'test', 'describe', 'suite'];
const LEFT_OUT = ['skip', 'skipIf', 'runIf', 'only', 'todo', 'fails', 'fail', 'fixme'];

it('no test is skipped, singled out or only promised', () => {
  const found = sourcesUnder('')
    .filter(({ path }) => isTest(path))
    .flatMap((file) =>
      nodesOf(file)
        .filter(leavesOut)
        .map((node) => place(file, node)),
    );
  expect(found).toEqual([]);
});

/** `it.skip`, `describe.each(…).only`, `test.describe.skip`: a member of that name, with a runner at its root. */
function leavesOut(node: SyntaxNode): boolean {
  if (node.type !== 'MemberExpression' || !LEFT_OUT.includes(nameOf(node['property']))) return false;
  return RUNNERS.includes(rootOf(node));
}

function rootOf(node: unknown): string {
  const { object, callee } = node as { readonly object?: unknown; readonly callee?: unknown };
  return object || callee ? rootOf(object ?? callee) : nameOf(node);
}

function nameOf(node: unknown): string {
  return (node as { readonly name?: string }).name ?? '';
}
