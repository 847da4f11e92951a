import { expect, it } from 'vitest';
import { isTest } from '../../scripts/lint/source-files.ts';
import { readProjectFile, sourcesUnder } from './support/project.ts';
import { nodesOf, place } from './support/syntax.ts';

const sources = sourcesUnder('');

it('nothing is of type any', () => {
  const found = sources.flatMap((file) =>
    nodesOf(file)
      .filter(({ type }) => type === 'TSAnyKeyword')
      .map((node) => place(file, node)),
  );
  expect(found).toEqual([]);
});

it('no check of the compiler is switched off', () => {
  const switches = new RegExp(['@ts-', '(ignore|nocheck|expect-error)'].join(''));
  const promise = new RegExp(['@ts-', String.raw`expect-error \S+`].join(''));
  const found = sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      // A test may say what must not compile, and why.
      .filter((line) => switches.test(line) && !(isTest(path) && promise.test(line)))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

it('a lint rule is switched off only with its reason', () => {
  const mark = ['biome', 'ignore'].join('-');
  const found = sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => line.includes(mark) && !/: \S+ \S+/.test(line.slice(line.indexOf(mark) + mark.length)))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

it.each(['strict', 'noUncheckedIndexedAccess', 'exactOptionalPropertyTypes', 'noPropertyAccessFromIndexSignature'])(
  'the compiler is asked for %s',
  (flag) => {
    const { compilerOptions } = JSON.parse(readProjectFile('tsconfig.base.json').text);
    expect(compilerOptions[flag]).toBe(true);
  },
);
