import { homedir } from 'node:os';
import { expect, it } from 'vitest';
import { isTest } from '../../scripts/lint/source-files.ts';
import { ROOT } from '../../scripts/tools/root.ts';
import { readProjectFile, textFiles } from './support/project.ts';

/** Put together here, so that this file does not contain what it looks for. */
const REGISTRIES = ['npmjs.org', 'npmmirror.com', 'yarnpkg.com'].map((host) => `registry.${host}`);
const HOMES = new RegExp(['(?<![\\w.])/(home|Users)/', '[a-z][\\w-]+/'].join(''));

const files = textFiles();

it('no file knows a path of the machine that it was written on', () => {
  const own = [`${ROOT}/`, `${homedir()}/`].filter((path) => path !== '//');
  // A test may make up somebody's home to see that it is never repeated.
  const found = files.filter(
    ({ path, text }) => own.some((place) => text.includes(place)) || (HOMES.test(text) && !isTest(path)),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

it('no file names a package registry', () => {
  const found = files.filter(({ text }) => REGISTRIES.some((host) => text.includes(host)));
  expect(found.map(({ path }) => path)).toEqual([]);
});

it('the lockfile holds no download address', () => {
  const { packages } = JSON.parse(readProjectFile('package-lock.json').text) as {
    packages: Record<string, { resolved?: string }>;
  };
  const addresses = Object.values(packages).flatMap(({ resolved }) => (resolved?.includes('://') ? [resolved] : []));
  expect(addresses).toEqual([]);
});
